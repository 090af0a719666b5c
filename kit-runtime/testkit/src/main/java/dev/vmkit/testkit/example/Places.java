package dev.vmkit.testkit.example;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.machine.hart.Hart;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places an expectation may name: registers, fields of registers, words of memory; and the values it may give. */
final class Places {
    private static final Pattern MEMORY = Pattern.compile("([A-Za-z_]+?)(8|16|32|64)?\\[(.+)]");

    private final Hart hart;
    private final Map<String, Long> labels;
    private final Map<String, Long> registers = new TreeMap<>();
    private final Map<String, Integer> widths = new TreeMap<>();

    Places(Hart hart, Program program) {
        this.hart = hart;
        this.labels = program.labels();
        hart.isa().model().registers().forEach(this::add);
    }

    private void add(RegisterFile file) {
        for (int i = 0; i < file.count(); i++) {
            put(file.names().get(i), hart.state().get(file, i), file.width());
        }
        if (file.count() == 1) {
            file.fields().forEach((name, range) -> add(file, name, range));
        }
    }

    private void add(RegisterFile file, String name, BitRange range) {
        long value = hart.state().get(file, 0) >>> range.low() & (-1L >>> (64 - range.width()));
        put(file.name() + "." + name, value, range.width());
        if (file.exposed()) {
            put(name, value, range.width());
        }
    }

    private void put(String name, long value, int width) {
        registers.putIfAbsent(name, value);
        widths.putIfAbsent(name, width);
    }

    /** What is wrong with an expectation, if anything. */
    Optional<String> compare(Expectation.Value expected) {
        String head = "line " + expected.line() + ": " + expected.place();
        OptionalLong wanted = number(expected.value());
        if (wanted.isEmpty()) {
            return Optional.of(head + ": '" + expected.value() + "' is neither a number nor a label");
        }
        Matcher memory = MEMORY.matcher(expected.place());
        return memory.matches()
                ? compareMemory(head, memory, wanted.getAsLong())
                : compareRegister(head, expected.place(), wanted.getAsLong());
    }

    private Optional<String> compareRegister(String head, String name, long wanted) {
        if (!registers.containsKey(name)) {
            return Optional.of(head + ": there is no such register; "
                    + Suggestion.didYouMean(name, new TreeSet<>(registers.keySet())));
        }
        return differ(head, registers.getOrDefault(name, 0L), wanted, widths.getOrDefault(name, 64));
    }

    private Optional<String> compareMemory(String head, Matcher place, long wanted) {
        Space space = hart.isa().model().spaces().get(place.group(1));
        OptionalLong address = number(place.group(3));
        if (space == null || address.isEmpty()) {
            return Optional.of(head + ": there is no such place; write mem[label] or mem16[0x10]");
        }
        int width = place.group(2) == null ? space.unit() : Integer.parseInt(place.group(2));
        long value = hart.space(space.name()).load(address.getAsLong(), width);
        return differ(head, value, wanted, width);
    }

    private static Optional<String> differ(String head, long found, long wanted, int width) {
        long mask = -1L >>> (64 - width);
        return (wanted & mask) == found
                ? Optional.empty()
                : Optional.of(head + ": expected " + shown(wanted & mask) + ", found " + shown(found));
    }

    private static String shown(long value) {
        return value + " (0x" + Long.toHexString(value) + ")";
    }

    private OptionalLong number(String text) {
        Long label = labels.get(text);
        if (label != null) {
            return OptionalLong.of(label);
        }
        try {
            return OptionalLong.of(Long.decode(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
