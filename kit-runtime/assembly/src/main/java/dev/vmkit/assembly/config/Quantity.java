package dev.vmkit.assembly.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A number with its unit taken into account.
 *
 * @param amount in bytes, hertz, nanoseconds or instructions
 * @param bare whether it was written without a unit
 */
public record Quantity(long amount, boolean bare) {

    /** What a quantity measures, with its units in ascending order. */
    public enum Dimension {
        SIZE("a size", "128 MiB", units("B", 1, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30)),
        FREQUENCY("a frequency", "10 MHz", units("Hz", 1, "kHz", 1_000, "MHz", 1_000_000, "GHz", 1_000_000_000)),
        DURATION("a duration", "5 ms", durations()),
        INSTRUCTIONS("a number of instructions", "1000000 instructions", units("instructions", 1, "instruction", 1));

        private final String what;
        private final String example;
        private final Map<String, Long> units;

        Dimension(String what, String example, Map<String, Long> units) {
            this.what = what;
            this.example = example;
            this.units = units;
        }

        /** With its article: "a size". */
        public String what() {
            return what;
        }

        public String example() {
            return example;
        }

        /** How much each unit is, by its spelling. */
        public Map<String, Long> units() {
            return units;
        }

        /** The unit that was probably meant by a wrong one, if any. */
        Optional<String> meant(String wrong) {
            String lower = wrong.toLowerCase(Locale.ROOT);
            return units.keySet().stream()
                    .filter(unit -> unit.equalsIgnoreCase(wrong)
                            || SLIPS.getOrDefault(lower, "").equals(unit))
                    .findFirst();
        }

        private static final Map<String, String> SLIPS = Map.ofEntries(
                Map.entry("byte", "B"),
                Map.entry("bytes", "B"),
                Map.entry("k", "KiB"),
                Map.entry("kb", "KiB"),
                Map.entry("m", "MiB"),
                Map.entry("mb", "MiB"),
                Map.entry("g", "GiB"),
                Map.entry("gb", "GiB"),
                Map.entry("sec", "s"),
                Map.entry("second", "s"),
                Map.entry("seconds", "s"),
                Map.entry("msec", "ms"),
                Map.entry("usec", "us"),
                Map.entry("µs", "us"),
                Map.entry("minute", "min"),
                Map.entry("minutes", "min"));

        private static Map<String, Long> durations() {
            Map<String, Long> units = units("ns", 1, "us", 1_000, "ms", 1_000_000, "s", 1_000_000_000);
            units.put("min", 60_000_000_000L);
            return units;
        }

        private static Map<String, Long> units(Object... namesAndAmounts) {
            Map<String, Long> units = new LinkedHashMap<>();
            for (int i = 0; i < namesAndAmounts.length; i += 2) {
                units.put((String) namesAndAmounts[i], ((Number) namesAndAmounts[i + 1]).longValue());
            }
            return units;
        }
    }

    /** A size in bytes in the largest unit that divides it. */
    public static String showSize(long bytes) {
        return show(bytes, Dimension.SIZE);
    }

    /** An amount in the largest unit that divides it. */
    public static String show(long amount, Dimension dimension) {
        String shown = "";
        for (Map.Entry<String, Long> unit : dimension.units().entrySet()) {
            if (shown.isEmpty() || (amount != 0 && amount % unit.getValue() == 0 && unit.getValue() > 1)) {
                shown = amount / unit.getValue() + " " + unit.getKey();
            }
        }
        return shown;
    }
}
