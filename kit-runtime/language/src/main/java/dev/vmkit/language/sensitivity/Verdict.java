package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What holds of an instruction set where kernels written for the one mode of a pair run in the other.
 *
 * @param classes of every instruction, in the order of the definition
 */
public record Verdict(ModePair pair, List<Classes> classes) {
    public Verdict {
        classes = List.copyOf(classes);
    }

    /** Derives it. */
    public static Verdict of(Isa isa, Privilege privilege, ModePair pair) {
        Classifier classifier = new Classifier(isa, privilege, pair);
        return new Verdict(pair, cases(isa).map(classifier::classify).toList());
    }

    /** The same of those instructions alone that may complete in the low mode: enough to know which are critical. */
    public static Verdict ofUnnoticed(Isa isa, Privilege privilege, ModePair pair) {
        Classifier classifier = new Classifier(isa, privilege, pair);
        return new Verdict(
                pair,
                cases(isa)
                        .filter(classifier::mayGoUnnoticed)
                        .map(classifier::classify)
                        .toList());
    }

    private static Stream<InstructionCase> cases(Isa isa) {
        return isa.instructions().stream().flatMap(instruction -> InstructionCase.of(instruction).stream());
    }

    /** Sensitive without trapping, whatever a monitor sets: what it would have to patch, translate or leave out. */
    public List<Classes> critical() {
        return all(Classes::isCriticalWhateverIsSet);
    }

    /** Sensitive without trapping, but not if the monitor sets something. */
    public List<Classes> conditional() {
        return all(c -> c.isCritical() && !c.settings().isEmpty());
    }

    /** Critical even to a monitor that interprets all code of the high mode. */
    public List<Classes> hybridCritical() {
        return all(c -> c.isUserSensitive() && c.settings().isEmpty());
    }

    /** What traps in the low mode and not in the high one: what a monitor emulates. */
    public List<Classes> emulated() {
        return all(Classes::isPrivileged);
    }

    /** What traps in both modes, but not by the traps that keep programs from what is the kernel's: calls of the kernel. */
    public List<Classes> calls() {
        Set<String> refusals = new LinkedHashSet<>();
        emulated().forEach(c -> refusals.addAll(c.low().traps()));
        return all(c -> c.trapsAlways() && c.low().traps().stream().noneMatch(refusals::contains));
    }

    /** Whether the sufficient condition of theorem 1 holds, provided that what {@link #conditional} needs is set. */
    public boolean isVirtualizable() {
        return critical().isEmpty();
    }

    /** Whether the sufficient condition for a hybrid monitor holds, on the same terms. */
    public boolean isHybridVirtualizable() {
        return hybridCritical().isEmpty();
    }

    /** For each conditional instruction one setting, as few different ones as a simple choice finds. */
    public Set<Setting> configuration() {
        Set<Setting> chosen = new LinkedHashSet<>();
        for (Classes c : conditional()) {
            if (c.settings().stream().noneMatch(chosen::contains)) {
                chosen.add(c.settings().getLast());
            }
        }
        return chosen;
    }

    private List<Classes> all(Predicate<Classes> which) {
        return new ArrayList<>(classes.stream().filter(which).toList());
    }
}
