package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Start;
import dev.vmkit.testkit.suite.PartUnderTest;
import dev.vmkit.testkit.suite.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes failing cases as machine files, to be run where the submission is; nothing of a case that assembly cannot say.
 *
 * @param unit bits at an address; 0 if that is not known
 * @param addresses bits of an address, within [1, 64]
 */
record Replays(PartUnderTest part, int unit, int addresses) {
    private static final long WINDOW = 1 << 16;
    private static final Pattern CELL =
            Pattern.compile("[A-Za-z_]+?(8|16|32|64)?\\[(0x[0-9A-Fa-f]{1,15}|[0-9]{1,18})]");
    private static final long SMALL = 1000;
    private static final Set<Integer> DATA = Set.of(8, 16, 32, 64);

    /** Whether there is something to write into memory besides instructions. */
    static boolean hasData(Trial.Example example) {
        return example.code().source().isEmpty()
                || example.given().values().keySet().stream().anyMatch(name -> name.contains("["));
    }

    /** @param executed instructions after which the code was left; as many as the example allows, if it was not left */
    Optional<Replay> of(Trial.Example example, long executed) {
        if (hasData(example) && !DATA.contains(unit)) {
            return Optional.empty();
        }
        String source = example.code()
                .source()
                .orElseGet(() -> example.code().units().stream()
                        .map(value -> datum(value, unit))
                        .collect(Collectors.joining("\n")));
        return of(source, example.code().at().orElse(ExampleTrial.ORIGIN), example.given(), Math.max(1, executed));
    }

    /**
     * The replay of some lines.
     *
     * @param most instructions that are executed at most
     */
    Optional<Replay> of(String source, long origin, Start start, long most) {
        long at = origin & last();
        Map<String, Long> registers = new TreeMap<>();
        Map<Long, String> memory = new TreeMap<>(Long::compareUnsigned);
        for (Map.Entry<String, Long> given : start.values().entrySet()) {
            Matcher cell = CELL.matcher(given.getKey());
            if (cell.matches()) {
                int width = cell.group(1) == null ? unit : Integer.parseInt(cell.group(1));
                memory.put(Long.decode(cell.group(2)), datum(given.getValue(), width));
            } else if (given.getKey().contains("[")) {
                return Optional.empty();
            } else {
                registers.put(given.getKey(), given.getValue());
            }
        }
        start.cells().forEach(cell -> memory.put(cell.address(), datum(cell.value(), unit)));
        return Optional.of(new Replay(
                Map.of("replay.yaml", machine(at, registers, most), "replay.asm", program(source, at, memory)),
                "kit run replay.yaml --registers"));
    }

    private static String program(String source, long at, Map<Long, String> memory) {
        boolean placed = source.toLowerCase(Locale.ROOT).contains(".org")
                || source.toLowerCase(Locale.ROOT).contains(".orig");
        StringBuilder text = new StringBuilder(placed ? "" : "  .org " + Long.toUnsignedString(at) + "\n");
        text.append(source.stripTrailing()).append('\n');
        memory.forEach((address, datum) -> text.append("  .org ")
                .append(Long.toUnsignedString(address))
                .append('\n')
                .append(datum)
                .append('\n'));
        return text.toString();
    }

    private static String datum(long value, int width) {
        return "  .int" + width + " " + Long.toUnsignedString(value & -1L >>> (Long.SIZE - width));
    }

    private String machine(long at, Map<String, Long> registers, long most) {
        StringBuilder text = new StringBuilder("kit: 1\nmachine: replay\nabout: The smallest case that failed.\n");
        text.append("cpu:\n  isa: ").append(part.name()).append('\n');
        part.choices()
                .variant()
                .ifPresent(v -> text.append("  variant: ").append(v).append('\n'));
        choices(text, "params", part.choices().params());
        choices(text, "features", part.choices().features());
        text.append("  starts-at: 0x").append(Long.toHexString(at)).append('\n');
        if (!registers.isEmpty()) {
            text.append("  registers:\n");
            registers.forEach((name, value) -> text.append("    %s: %s%n".formatted(name, number(value))));
        }
        text.append("memory:\n  ram: { from: 0, to: 0x%X }%n".formatted(last() & WINDOW - 1));
        if (Long.compareUnsigned(at, WINDOW) >= 0) {
            long from = at & -WINDOW;
            text.append("  code: { from: 0x%x, to: 0x%x }%n".formatted(from, from + WINDOW - 1));
        }
        text.append("load: replay.asm\n");
        return text.append("limits: { instructions: ")
                .append(most)
                .append(" }\n")
                .toString();
    }

    /** As a person would write it: small ones in decimal, others in hexadecimal. */
    static String number(long value) {
        return value >= -SMALL && value <= SMALL ? Long.toString(value) : "0x" + Long.toHexString(value);
    }

    /** The last address there is, without a sign. */
    private long last() {
        return -1L >>> (Long.SIZE - addresses);
    }

    private static void choices(StringBuilder text, String key, Map<String, ?> values) {
        if (!values.isEmpty()) {
            List<String> entries = values.entrySet().stream()
                    .map(e -> e.getKey() + ": " + e.getValue())
                    .toList();
            text.append("  ")
                    .append(key)
                    .append(": { ")
                    .append(String.join(", ", entries))
                    .append(" }\n");
        }
    }
}
