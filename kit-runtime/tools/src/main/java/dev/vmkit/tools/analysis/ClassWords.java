package dev.vmkit.tools.analysis;

import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.sensitivity.Classes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The classes of an instruction in the words of the field. */
final class ClassWords {
    private ClassWords() {}

    /** Such as "privileged, control-sensitive". */
    static String of(Classes c) {
        return String.join(", ", list(c));
    }

    static List<String> list(Classes c) {
        List<String> words = new ArrayList<>();
        add(c.isPrivileged(), "privileged", words);
        add(c.trapsAlways(), "always trapping", words);
        add(c.isControlSensitive(), "control-sensitive", words);
        add(c.isModeSensitive(), "mode-sensitive", words);
        add(c.isLocationSensitive(), "location-sensitive", words);
        add(c.isResourceSensitive(), "resource-sensitive", words);
        add(c.mediated(), "mmu-mediated", words);
        add(words.isEmpty(), "innocuous", words);
        return words;
    }

    private static void add(boolean holds, String word, List<String> words) {
        if (holds) {
            words.add(word);
        }
    }

    /** What makes it trap; or how it does. */
    static String note(Classes c) {
        if (c.isCritical() && !c.settings().isEmpty()) {
            return "traps if " + c.settings().stream().map(Setting::toString).collect(Collectors.joining(" or "));
        }
        return c.trapsAlways() ? traps(c.low().traps()) + other(c) : "";
    }

    private static String other(Classes c) {
        return c.low().traps().equals(c.high().traps())
                ? ""
                : " in " + c.low().mode().name() + ", " + traps(c.high().traps()) + " in "
                        + c.high().mode().name();
    }

    private static String traps(Collection<String> traps) {
        Set<String> sorted = new TreeSet<>(traps);
        return String.join(", ", sorted);
    }
}
