package dev.vmkit.language.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers as people write them in definitions. */
final class Numbers {
    /** Longer than any number of use; reading a number takes time with the square of its length. */
    private static final int MOST_CHARACTERS = 200;

    private static final Pattern NUMBER = Pattern.compile(
            "([-+]?)(?:0[xX](?<hex>[0-9a-fA-F_]+)|0[oO](?<oct>[0-7_]+)|0[bB](?<bin>[01_]+)|(?<dec>[0-9][0-9_]*))");

    private Numbers() {}

    /** A number, or why it is none. */
    record Result(BigInteger value, String mistake, String hint) {
        static Result wrong(String mistake, String hint) {
            return new Result(BigInteger.ZERO, mistake, hint);
        }
    }

    static Result parse(String text) {
        Matcher m = text.length() > MOST_CHARACTERS ? null : NUMBER.matcher(text);
        if (m == null || !m.matches()) {
            return Result.wrong("expected a whole number, found '" + shorten(text) + "'", hint(text));
        }
        if (m.group("dec") != null
                && m.group("dec").length() > 1
                && m.group("dec").startsWith("0")) {
            return leadingZero(m.group(1), m.group("dec"));
        }
        int radix = m.group("hex") != null ? 16 : m.group("oct") != null ? 8 : m.group("bin") != null ? 2 : 10;
        String digits = m.group(radix == 16 ? "hex" : radix == 8 ? "oct" : radix == 2 ? "bin" : "dec");
        if (digits.startsWith("_") || digits.endsWith("_")) {
            return Result.wrong("a '_' stands between digits", "");
        }
        BigInteger value = new BigInteger(digits.replace("_", ""), radix);
        return new Result(m.group(1).equals("-") ? value.negate() : value, "", "");
    }

    private static Result leadingZero(String sign, String digits) {
        String decimal = digits.replaceFirst("^[0_]+(?=.)", "");
        boolean bits = digits.matches("[01]+");
        return Result.wrong(
                "a number with a leading zero is read differently by different readers",
                "write " + sign + decimal + ", or "
                        + (bits ? "0b" + digits + " for bits" : "0x" + decimal + " for hexadecimal"));
    }

    private static String hint(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("\\$[0-9a-f]+|x[0-9a-f]+|[0-9][0-9a-f]*h|#[0-9a-f]+")) {
            return "write 0x" + lower.replaceAll("[$x#h]", "").toUpperCase(Locale.ROOT) + " for hexadecimal";
        }
        if (lower.matches("[0-9a-f]*[a-f][0-9a-f]*")) {
            return "write 0x" + text + " if hexadecimal is meant";
        }
        return lower.matches("0o[0-9]+") ? "octal digits are 0 to 7" : "";
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** A bound, in hexadecimal if the number it bounds was written so. */
    static String show(BigInteger bound, YamlNode node) {
        boolean hex = node instanceof YamlScalar s && s.value().startsWith("0x") && bound.signum() >= 0;
        return hex ? "0x" + bound.toString(16).toUpperCase(Locale.ROOT) : bound.toString();
    }
}
