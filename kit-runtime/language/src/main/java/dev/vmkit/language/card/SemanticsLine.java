package dev.vmkit.language.card;

import dev.vmkit.language.isa.BoundMode;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A body as one line for people: columns and modes put in, line ends turned into semicolons. */
final class SemanticsLine {
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z_][A-Za-z0-9_.']*");

    private SemanticsLine() {}

    static String of(Form form) {
        if (form.standsFor().isPresent()) {
            return standsFor(form.standsFor().get());
        }
        String body = form.body().map(SemanticsLine::oneLine).orElse("");
        return insert(insert(body, columns(form)), modes(form));
    }

    private static String standsFor(Form.StandsFor other) {
        String arguments = other.arguments().entrySet().stream()
                .map(a -> a.getKey() + ": " + a.getValue().value())
                .collect(Collectors.joining(", "));
        return "as " + other.form().value() + "(" + arguments + ")";
    }

    private static Map<String, String> columns(Form form) {
        Map<String, String> texts = new HashMap<>();
        form.columns().forEach((name, text) -> texts.put("$" + name, oneLine(text)));
        return texts;
    }

    private static Map<String, String> modes(Form form) {
        Map<String, String> texts = new HashMap<>();
        form.modes().forEach((name, mode) -> place(mode).ifPresent(place -> texts.put(name, oneLine(place))));
        return texts;
    }

    private static Optional<Text> place(BoundMode mode) {
        return mode.at().or(mode::get);
    }

    static String oneLine(Text text) {
        StringBuilder line = new StringBuilder();
        for (String part : text.value().lines().map(String::strip).toList()) {
            if (part.isEmpty()) {
                continue;
            }
            if (!line.isEmpty()) {
                line.append(continues(line, part) ? " " : "; ");
            }
            line.append(part.replaceAll("\\s+", " "));
        }
        return line.toString();
    }

    private static boolean continues(CharSequence before, String part) {
        char last = before.charAt(before.length() - 1);
        return last == '{' || last == ';' || part.startsWith("}");
    }

    private static String insert(String body, Map<String, String> replacements) {
        Matcher names = NAME.matcher(body);
        StringBuilder out = new StringBuilder();
        while (names.find()) {
            String replacement = replacements.get(names.group());
            String text = replacement == null ? names.group() : inPlace(body, names.start(), names.end(), replacement);
            names.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        return names.appendTail(out).toString();
    }

    /** In parentheses where an operator beside it could take it apart. */
    private static String inPlace(String body, int start, int end, String text) {
        String before = body.substring(0, start).stripTrailing();
        String after = body.substring(end).stripLeading();
        boolean alone = (before.isEmpty() || before.matches("(?s).*([=;{(,\\[]|\\bif|\\breturn)"))
                && (after.isEmpty() || after.matches("(?s)[;})\\],{].*"));
        return alone || !hasOuterBlank(text) ? text : "(" + text + ")";
    }

    private static boolean hasOuterBlank(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ' ' && depth == 0) {
                return true;
            }
        }
        return false;
    }
}
