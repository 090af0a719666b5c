package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers with units as people write them, {@code 128 MiB}, {@code 1.5 MHz}, {@code 20 us}, in their base unit. */
public final class Quantity {
    private static final Pattern WHOLE =
            Pattern.compile("(-?)(?:0x([0-9A-Fa-f_]{1,32})|0b([01_]{1,80})|([0-9][0-9_]{0,31})|0o([0-7_]{1,48}))");
    /** Of the groups of digits of that. */
    private static final int[] RADICES = {16, 2, 10, 8};

    private static final Pattern MEASURE = Pattern.compile("([0-9]{1,19}(?:\\.[0-9]{1,9})?)\\s*([A-Za-z]+)");
    private static final Map<String, Long> NONE = Map.of();
    private static final Map<String, Long> SIZES = units("B", 1, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    private static final Map<String, Long> FREQUENCIES =
            units("Hz", 1, "kHz", 1_000L, "MHz", 1_000_000L, "GHz", 1_000_000_000L);
    private static final Map<String, Long> TIMES = Map.of("instructions", 1L);
    private static final Map<String, Long> DURATIONS =
            units("ns", 1, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);
    /** What people write for a unit, and the unit. */
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
            Map.entry("usec", "us"));

    private Quantity() {}

    private static Map<String, Long> units(
            String a, long one, String b, long two, String c, long three, String d, long four) {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put(a, one);
        units.put(b, two);
        units.put(c, three);
        units.put(d, four);
        return units;
    }

    /**
     * The value of {@code text} in bytes, hertz, nanoseconds, 0 or 1, or as it stands; nothing if it is not written as
     * this type wants it, is not whole, or does not fit 63 bits.
     */
    public static Optional<Long> parse(Type type, String text) {
        return switch (type) {
            case FLAG -> flag(text);
            case TEXT, FILE -> Optional.empty();
            case NUMBER, SIZE, FREQUENCY, TIME, DURATION -> whole(text).or(() -> measure(unitsOf(type), text));
        };
    }

    private static Optional<Long> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(1L);
            case "false" -> Optional.of(0L);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> whole(String text) {
        Matcher match = WHOLE.matcher(text);
        return match.matches() && !text.endsWith("_") ? fit(new BigDecimal(digits(match))) : Optional.empty();
    }

    private static BigInteger digits(Matcher match) {
        int group = IntStream.rangeClosed(2, match.groupCount())
                .filter(g -> match.group(g) != null)
                .findFirst()
                .orElseThrow();
        String digits = "0" + match.group(group).replace("_", "");
        return new BigInteger(match.group(1) + digits, RADICES[group - 2]);
    }

    private static Optional<Long> measure(Map<String, Long> units, String text) {
        Matcher match = MEASURE.matcher(text);
        if (!match.matches() || !units.containsKey(match.group(2))) {
            return Optional.empty();
        }
        return fit(new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(units.get(match.group(2)))));
    }

    private static Optional<Long> fit(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole && number.toBigInteger().bitLength() <= 63 ? Optional.of(number.longValue()) : Optional.empty();
    }

    private static Map<String, Long> unitsOf(Type type) {
        return switch (type) {
            case SIZE -> SIZES;
            case FREQUENCY -> FREQUENCIES;
            case TIME -> TIMES;
            case DURATION -> DURATIONS;
            case NUMBER, FLAG, TEXT, FILE -> NONE;
        };
    }

    /** "write 128 MiB" for {@code 128 MB}: what was probably meant by a text that is no quantity; or nothing. */
    public static String hint(Type type, String text) {
        Matcher match = MEASURE.matcher(text);
        if (!match.matches()) {
            return "";
        }
        String unit = match.group(2);
        String meant = SLIPS.getOrDefault(unit.toLowerCase(Locale.ROOT), unit);
        return unitsOf(type).keySet().stream()
                .filter(meant::equalsIgnoreCase)
                .filter(known -> !known.equals(unit))
                .findFirst()
                .map(known -> "write " + match.group(1) + " " + known)
                .orElse("");
    }

    /** An amount of a type that has units, in the largest unit that divides it. */
    public static String show(Type type, long amount) {
        String shown = Long.toString(amount);
        for (Map.Entry<String, Long> unit : unitsOf(type).entrySet()) {
            if (unit.getValue() == 1 || (amount != 0 && amount % unit.getValue() == 0)) {
                shown = amount / unit.getValue() + " " + unit.getKey();
            }
        }
        return shown;
    }

    /** How a value of this type is written, for messages. */
    public static String example(Type type) {
        return switch (type) {
            case NUMBER -> "a number such as 10 or 0x3F8";
            case SIZE -> "a size such as 64 KiB or 128 MiB (units " + String.join(", ", SIZES.keySet()) + ")";
            case FREQUENCY -> "a frequency such as 10 MHz (units " + String.join(", ", FREQUENCIES.keySet()) + ")";
            case TIME -> "a time such as 10000 or 10000 instructions";
            case DURATION -> "a duration such as 20 us (units " + String.join(", ", DURATIONS.keySet()) + ")";
            case FLAG -> "true or false";
            case TEXT -> "a text";
            case FILE -> "the path of a file";
        };
    }
}
