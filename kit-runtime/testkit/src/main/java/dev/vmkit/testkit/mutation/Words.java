package dev.vmkit.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one word of a text at a time: an operator, a number, a name. */
final class Words {
    private static final Pattern WORD = Pattern.compile("(?<name>[A-Za-z_][A-Za-z_0-9]*(?:[.][A-Za-z_0-9]+)*+)"
            + "|(?<number>0x[0-9A-Fa-f_]+|0b[01_]+|[0-9][0-9_]*)"
            + "|(?<symbol>>>s?|<<|[<>!=]=s?|<s|>s|&&|\\|\\||[-+*/%&|^~!<>@])");
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("+", "-"),
            Map.entry("-", "+"),
            Map.entry("*", "+"),
            Map.entry("/", "*"),
            Map.entry("%", "/"),
            Map.entry("&", "|"),
            Map.entry("|", "&"),
            Map.entry("^", "|"),
            Map.entry("~", ""),
            Map.entry("!", ""),
            Map.entry("<<", ">>"),
            Map.entry(">>", "<<"),
            Map.entry(">>s", ">>"),
            Map.entry("==", "!="),
            Map.entry("!=", "=="),
            Map.entry("<", "<="),
            Map.entry("<=", "<"),
            Map.entry(">", ">="),
            Map.entry(">=", ">"),
            Map.entry("<s", "<"),
            Map.entry(">s", ">"),
            Map.entry("<=s", "<="),
            Map.entry(">=s", ">="),
            Map.entry("&&", "||"),
            Map.entry("||", "&&"));
    private static final Map<String, String> NAMES =
            Map.of("sext", "zext", "zext", "sext", "true", "false", "false", "true");
    private static final Set<String> KEYWORDS =
            Set.of("if", "else", "let", "return", "raise", "for", "in", "max", "match");

    private Words() {}

    /** A word in place of another one. */
    record Change(int from, int to, String by) {}

    /**
     * All changes of one word each.
     *
     * @param names whether names take each other's places, too
     */
    static List<Change> changes(String text, boolean names) {
        List<Change> changes = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        List<String> seen = names(text);
        while (word.find()) {
            String found = word.group();
            if (word.group("symbol") != null) {
                changes.add(new Change(word.start(), word.end(), SYMBOLS.getOrDefault(found, found)));
            } else if (word.group("number") != null) {
                changes.add(new Change(word.start(), word.end(), next(found)));
            } else if (NAMES.containsKey(found)) {
                changes.add(new Change(word.start(), word.end(), NAMES.getOrDefault(found, found)));
            } else if (names && seen.size() > 1 && seen.contains(found)) {
                String other = seen.get((seen.indexOf(found) + 1) % seen.size());
                changes.add(new Change(word.start(), word.end(), other));
            }
        }
        changes.removeIf(change -> change.by().equals(text.substring(change.from(), change.to())));
        return changes;
    }

    /** The names that may take each other's places: not those that are called, nor words of the language. */
    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean called = word.end() < text.length() && text.charAt(word.end()) == '(';
            String name = word.group("name");
            if (name != null && !called && !KEYWORDS.contains(name) && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Another number: one more, but 0 in place of 1. */
    static String next(String number) {
        String digits = number.replace("_", "");
        long value = digits.startsWith("0b") ? Long.parseUnsignedLong(digits.substring(2), 2) : unsigned(digits);
        long next = value == 1 ? 0 : value + 1;
        return digits.startsWith("0x") ? "0x" + Long.toHexString(next) : Long.toUnsignedString(next);
    }

    private static long unsigned(String digits) {
        try {
            return digits.startsWith("0x")
                    ? Long.parseUnsignedLong(digits.substring(2), 16)
                    : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException tooLong) {
            return 0;
        }
    }
}
