package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Start;
import dev.vmkit.testkit.suite.PartUnderTest;
import dev.vmkit.testkit.suite.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes failing cases as machine files, to be run where the submission is.
 *
 * @param unit bits at an address
 */
record Replays(PartUnderTest part, int unit) {
    private static final long WINDOW = 1 << 16;
    private static final Pattern CELL = Pattern.compile("[A-Za-z_]+\\[(0x[0-9A-Fa-f]{1,15}|[0-9]{1,18})]");

    Replay of(Trial.Example example) {
        String source = example.code()
                .source()
                .orElseGet(
                        () -> example.code().units().stream().map(this::datum).collect(Collectors.joining("\n")));
        return of(source, example.code().at().orElse(ExampleTrial.ORIGIN), example.given(), example.most());
    }

    /**
     * The replay of some lines.
     *
     * @param most instructions that are executed at most
     */
    Replay of(String source, long at, Start start, long most) {
        Map<String, Long> registers = new TreeMap<>();
        Map<Long, Long> memory = new TreeMap<>(Long::compareUnsigned);
        start.values().forEach((name, value) -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches()) {
                memory.put(Long.decode(cell.group(1)), value);
            } else if (!name.contains("[")) {
                registers.put(name, value);
            }
        });
        start.cells().forEach(cell -> memory.put(cell.address(), cell.value()));
        return new Replay(
                Map.of("replay.yaml", machine(at, registers, most), "replay.asm", program(source, at, memory)),
                "kit run replay.yaml --registers");
    }

    private String program(String source, long at, Map<Long, Long> memory) {
        boolean placed = source.toLowerCase(Locale.ROOT).contains(".org")
                || source.toLowerCase(Locale.ROOT).contains(".orig");
        StringBuilder text = new StringBuilder(placed ? "" : "  .org " + Long.toUnsignedString(at) + "\n");
        text.append(source.stripTrailing()).append('\n');
        memory.forEach((address, value) -> text.append("  .org ")
                .append(Long.toUnsignedString(address))
                .append('\n')
                .append(datum(value))
                .append('\n'));
        return text.toString();
    }

    private String datum(long value) {
        return "  .int" + unit + " " + (value & -1L >>> (Long.SIZE - unit));
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
            registers.forEach((name, value) -> text.append("    ").append(name).append(": 0x%x%n".formatted(value)));
        }
        text.append("memory:\n  ram: { from: 0, to: 0xFFFF }\n");
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
