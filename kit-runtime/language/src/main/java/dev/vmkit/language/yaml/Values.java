package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single nodes as text, names, numbers and booleans, and reports what is none. */
public final class Values {
    private static final Pattern BENT = Pattern.compile(
            "(?i)y|n|yes|no|on|off|true|false|null|~|[-+]?[0-9.][0-9_.:]*(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+");

    private final Diagnostics diagnostics;

    public Values(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The node as text, which may be empty only if it is quoted. */
    public Optional<Text> text(YamlNode node) {
        return scalar(node, "text").map(YamlScalar::text);
    }

    /** The node as a name: text without white space that no YAML reader bends ({@code on}, {@code no}, {@code 12}) unless quoted. */
    public Optional<Text> name(YamlNode node) {
        return scalar(node, "a name").filter(this::isName).map(YamlScalar::text);
    }

    private boolean isName(YamlScalar scalar) {
        if (!scalar.quoted() && BENT.matcher(scalar.value()).matches()) {
            diagnostics.report(
                    YamlProblem.NAME,
                    scalar.span(),
                    "'" + scalar.value() + "' is not text to every YAML reader, so it is a poor name",
                    "choose another, or quote it");
            return false;
        }
        boolean blank = scalar.value().isEmpty() || scalar.value().chars().anyMatch(Character::isWhitespace);
        if (blank) {
            diagnostics.report(YamlProblem.NAME, scalar.span(), "a name has no spaces", "join words by '-'");
        }
        return !blank;
    }

    /** The node as {@code true} or {@code false}, unquoted or quoted. */
    public Optional<Boolean> bool(YamlNode node) {
        Optional<Text> text = scalar(node, "true or false").map(YamlScalar::text);
        return text.flatMap(t -> switch (t.value()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                diagnostics.report(
                        YamlProblem.BOOLEAN, t.span(), "expected true or false, not '" + t.value() + "'", boolHint(t));
                yield Optional.empty();
            }
        });
    }

    private static String boolHint(Text text) {
        return switch (text.value().toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "1", "true" -> "write true";
            case "no", "off", "n", "0", "false" -> "write false";
            default -> "";
        };
    }

    /** The node as a whole number of any size. */
    public Optional<BigInteger> number(YamlNode node) {
        return scalar(node, "a number").flatMap(scalar -> number(scalar.text()));
    }

    /** Text as a whole number of any size: decimal, {@code 0x} or {@code 0b}, with {@code _} between digits. */
    public Optional<BigInteger> number(Text text) {
        Numbers.Result result = Numbers.parse(text.value());
        if (result.mistake().isEmpty()) {
            return Optional.of(result.value());
        }
        diagnostics.report(YamlProblem.NUMBER, text.span(), result.mistake(), result.hint());
        return Optional.empty();
    }

    /** The node as a whole number within [{@code least}, {@code most}]. */
    public Optional<BigInteger> number(YamlNode node, BigInteger least, BigInteger most) {
        return number(node).filter(n -> inRange(node, n, least, most));
    }

    /** The node as a whole number within [{@code least}, {@code most}]. */
    public Optional<Integer> integer(YamlNode node, int least, int most) {
        return number(node, BigInteger.valueOf(least), BigInteger.valueOf(most)).map(BigInteger::intValueExact);
    }

    /** The node as a number that fits {@code bits} bits without a sign; {@code bits} within [1, 64]. */
    public Optional<Long> unsigned(YamlNode node, int bits) {
        BigInteger most = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return number(node, BigInteger.ZERO, most).map(BigInteger::longValue);
    }

    private boolean inRange(YamlNode node, BigInteger number, BigInteger least, BigInteger most) {
        boolean inside = number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        if (!inside) {
            diagnostics.report(
                    YamlProblem.RANGE,
                    node.span(),
                    "expected a number from " + Numbers.show(least, node) + " to " + Numbers.show(most, node),
                    "");
        }
        return inside;
    }

    /** The node as a mapping, to be read as {@code what} ("a register"). */
    public Optional<MappingReader> mapping(YamlNode node, String what) {
        if (node instanceof YamlMapping mapping) {
            return Optional.of(new MappingReader(mapping, what, diagnostics));
        }
        reportKind(node, "a mapping (key: value)");
        return Optional.empty();
    }

    /** The items of a list. */
    public Optional<List<YamlNode>> list(YamlNode node) {
        if (node instanceof YamlSequence sequence) {
            return Optional.of(sequence.items());
        }
        reportKind(node, "a list");
        return Optional.empty();
    }

    /** The texts of a list, or the one text that stands in place of a list; items that are none are reported. */
    public List<Text> texts(YamlNode node) {
        List<Text> texts = new ArrayList<>();
        for (YamlNode item : node instanceof YamlSequence sequence ? sequence.items() : List.of(node)) {
            text(item).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** The names of a list, or the one name that stands in place of a list; items that are none are reported. */
    public List<Text> names(YamlNode node) {
        List<Text> names = new ArrayList<>();
        for (YamlNode item : node instanceof YamlSequence sequence ? sequence.items() : List.of(node)) {
            name(item).ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    private Optional<YamlScalar> scalar(YamlNode node, String wanted) {
        if (node instanceof YamlScalar scalar && !isNothing(scalar)) {
            return Optional.of(scalar);
        }
        reportKind(node, wanted);
        return Optional.empty();
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.value().isEmpty() && !scalar.quoted();
    }

    private void reportKind(YamlNode node, String wanted) {
        if (isNothing(node)) {
            String hint = nothingHint((YamlScalar) node, wanted);
            diagnostics.report(YamlProblem.EMPTY, node.span(), "expected " + wanted + ", found nothing", hint);
        } else {
            String message = "expected " + wanted + ", found " + node.kind();
            diagnostics.report(
                    YamlProblem.KIND, node.span(), message, wanted.equals("text") ? "quote it if it is text" : "");
        }
    }

    private static String nothingHint(YamlScalar nothing, String wanted) {
        if (Comments.followOn(nothing)) {
            return "the '#' starts a comment: quote the text";
        }
        String source = nothing.span().file().content();
        if (source.startsWith(",", nothing.span().start())) {
            return "between { } a comma ends a key: several keys for one value need lines of their own";
        }
        return wanted.equals("text") ? "write \"\" if nothing is meant" : "";
    }
}
