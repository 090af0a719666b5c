package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Text;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Recognises numbers in the spelling of an instruction set. */
record NumberReader(Spelling spelling) {

    /** A number that ends before {@code end}. */
    record Found(long value, int end) {}

    /** The number that starts at {@code at}, or null if none does; throws if one starts there but is malformed. */
    @Nullable
    Found read(Text line, int at) {
        for (Spelling.Base base : spelling.bases) {
            Found found = prefixed(line, at, base);
            if (found != null) {
                return found;
            }
        }
        return digit(line.value(), at, 10) ? bare(line, at) : null;
    }

    /** Where bare digits are octal, a dot makes them decimal. */
    private Found bare(Text line, int at) {
        int end = endOfWord(line.value(), at);
        boolean dot = spelling.radix != 10 && line.value().startsWith(".", end);
        Found found = number(line, at, at, false, dot ? 10 : spelling.radix);
        return dot ? new Found(found.value(), end + 1) : found;
    }

    /** Whether a whole word reads as a number. */
    boolean isNumber(String word) {
        try {
            Found found = read(Text.synthetic("word", word), 0);
            return found != null && found.end() == word.length();
        } catch (MistakeException malformed) {
            return false;
        }
    }

    private @Nullable Found prefixed(Text line, int at, Spelling.Base base) {
        String s = line.value();
        if (!s.regionMatches(true, at, base.prefix(), 0, base.prefix().length())) {
            return null;
        }
        int first = at + base.prefix().length();
        boolean negative = base.radix() == 10 && s.startsWith("-", first);
        int digits = negative ? first + 1 : first;
        if (!digit(s, digits, base.radix())) {
            return null;
        }
        boolean word = Character.isLetter(base.prefix().charAt(0));
        return word && !allDigits(s, digits, base.radix()) ? null : number(line, at, digits, negative, base.radix());
    }

    private static Found number(Text line, int at, int digits, boolean negative, int radix) {
        int end = endOfWord(line.value(), digits);
        String text = line.value().substring(digits, end).replace("_", "");
        if (!allDigits(line.value(), digits, radix)) {
            throw MistakeException.of(
                    AsmProblem.NUMBER,
                    line.span(at, end),
                    "'" + line.value().substring(at, end) + "' is not a number",
                    "digits of base " + radix + " were expected");
        }
        BigInteger value = new BigInteger(text.length() > 80 ? "1".repeat(80) : text, radix);
        if (value.bitLength() > 64) {
            throw MistakeException.of(AsmProblem.NUMBER, line.span(at, end), "this number has more than 64 bits", "");
        }
        return new Found(negative ? -value.longValue() : value.longValue(), end);
    }

    private static boolean allDigits(String s, int from, int radix) {
        int end = endOfWord(s, from);
        for (int i = from; i < end; i++) {
            if (s.charAt(i) != '_' && !digit(s, i, radix)) {
                return false;
            }
        }
        return true;
    }

    private static int endOfWord(String s, int from) {
        int end = from;
        while (end < s.length() && (Character.isLetterOrDigit(s.charAt(end)) || s.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static boolean digit(String s, int at, int radix) {
        return at < s.length() && s.charAt(at) < 128 && Character.digit(s.charAt(at), radix) >= 0;
    }
}
