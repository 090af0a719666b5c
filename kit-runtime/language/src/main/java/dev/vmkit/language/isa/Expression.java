package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number made of literals, parameters and features: {@code XLEN - 1}, {@code M && XLEN == 64}, {@code !has(C)}. A
 * feature, a comparison and a logical operator give 1 or 0.
 */
final class Expression {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(0[xX][0-9A-Fa-f_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_]*|[A-Za-z_][\\w']*|&&|\\|\\||[=!<>]=|[-+*!<>()])");
    /** Operators by how tightly they bind, loosest first. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"), Set.of("&&"), Set.of("==", "!=", "<", "<=", ">", ">="), Set.of("+", "-"), Set.of("*"));

    private static final int DEEPEST = 50;

    private final Text text;
    private final Context context;
    private final Matcher matcher;
    private int position;
    private String token = "";
    private int tokenStart;
    private int depth;

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong() {
            super(null, null, false, false);
        }
    }

    Expression(Text text, Context context) {
        this.text = text;
        this.context = context;
        this.matcher = TOKEN.matcher(text.value());
    }

    /** The value; nothing where a mistake was told. */
    OptionalLong value() {
        try {
            advance();
            long value = level(0);
            if (!token.isEmpty()) {
                throw wrong("'" + token + "' is not expected here");
            }
            return OptionalLong.of(value);
        } catch (Wrong told) {
            return OptionalLong.empty();
        }
    }

    private long level(int level) {
        if (level == LEVELS.size()) {
            return primary();
        }
        long left = level(level + 1);
        while (LEVELS.get(level).contains(token)) {
            String operator = token;
            advance();
            left = apply(operator, left, level(level + 1));
        }
        return left;
    }

    private static long apply(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            default -> left >= right ? 1 : 0;
        };
    }

    private long primary() {
        if (++depth > DEEPEST) {
            throw wrong("this expression is nested too deeply");
        }
        String first = token;
        long value;
        if (first.equals("-") || first.equals("!")) {
            advance();
            long inner = primary();
            value = first.equals("-") ? -inner : inner == 0 ? 1 : 0;
        } else if (first.equals("(")) {
            advance();
            value = level(0);
            expect(")");
        } else if (!first.isEmpty() && Character.isDigit(first.charAt(0))) {
            value = number(first);
            advance();
        } else if (!first.isEmpty() && Character.isJavaIdentifierStart(first.charAt(0))) {
            value = first.equals("has") ? has() : named();
        } else {
            throw wrong("a number, a parameter or a feature is expected here");
        }
        depth--;
        return value;
    }

    private long has() {
        advance();
        expect("(");
        Map<String, Boolean> features = context.parameters().features();
        if (!features.containsKey(token)) {
            throw unknown("feature", features.keySet());
        }
        long value = features.getOrDefault(token, false) ? 1 : 0;
        advance();
        expect(")");
        return value;
    }

    private long named() {
        String name = token;
        Long parameter = context.parameters().values().get(name);
        Boolean feature = context.parameters().features().get(name);
        long value;
        if (parameter != null) {
            value = parameter;
        } else if (feature != null || name.equals("true") || name.equals("false")) {
            value = Boolean.TRUE.equals(feature) || name.equals("true") ? 1 : 0;
        } else {
            Set<String> known =
                    new LinkedHashSet<>(context.parameters().values().keySet());
            known.addAll(context.parameters().features().keySet());
            throw unknown("parameter or feature", known);
        }
        advance();
        return value;
    }

    private Wrong unknown(String what, Set<String> known) {
        context.mistakes()
                .unknown(
                        text.span(tokenStart, tokenStart + token.length()),
                        "'" + text.value().strip() + "': ",
                        what,
                        token,
                        known);
        return new Wrong();
    }

    private long number(String literal) {
        String digits = literal.replace("_", "");
        try {
            return switch (digits.length() > 1 ? Character.toLowerCase(digits.charAt(1)) : '0') {
                case 'x' -> Long.parseUnsignedLong(digits.substring(2), 16);
                case 'o' -> Long.parseUnsignedLong(digits.substring(2), 8);
                case 'b' -> Long.parseUnsignedLong(digits.substring(2), 2);
                default -> Long.parseUnsignedLong(digits);
            };
        } catch (NumberFormatException tooLarge) {
            throw wrong("'" + literal + "' does not fit 64 bits");
        }
    }

    private void expect(String wanted) {
        if (!token.equals(wanted)) {
            throw wrong("'" + wanted + "' is expected here");
        }
        advance();
    }

    private void advance() {
        matcher.region(position, text.length());
        if (matcher.lookingAt()) {
            token = matcher.group(1);
            tokenStart = matcher.start(1);
            position = matcher.end();
        } else {
            token = text.value().substring(position).strip();
            tokenStart = Math.min(text.length(), text.length() - token.length());
            if (!token.isEmpty()) {
                throw wrong("'" + text.value().strip() + "' is not a number");
            }
        }
    }

    private Wrong wrong(String message) {
        int end = Math.min(text.length(), tokenStart + Math.max(1, token.length()));
        context.mistakes().tell(IsaProblem.BAD_NUMBER, text.span(Math.min(tokenStart, end), end), message);
        return new Wrong();
    }
}
