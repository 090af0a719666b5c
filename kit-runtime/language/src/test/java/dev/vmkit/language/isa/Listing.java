package dev.vmkit.language.isa;

import java.util.List;
import java.util.stream.Collectors;

/** A form in one line: id, pattern, syntax, what there is besides. */
final class Listing {
    private Listing() {}

    static List<String> of(IsaModel model) {
        return model.forms().stream().map(Listing::of).toList();
    }

    static String of(Form form) {
        return form.id() + " | " + pattern(form) + " | " + syntax(form) + modes(form);
    }

    static String pattern(Form form) {
        return form.encoding().words().stream()
                .map(word -> word.pieces().stream().map(p -> piece(form, p)).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String piece(Form form, Encoding.Piece piece) {
        return switch (piece) {
            case Encoding.Fixed(int width, long value) -> bits(width, value);
            case Encoding.Ignored(int width) -> "-".repeat(width);
            case Encoding.LebBytes(int operand) -> form.operands().get(operand).name() + "*";
            case Encoding.Slice(int operand, int high, int low) ->
                form.operands().get(operand).name() + "[" + high + ":" + low + "]";
        };
    }

    private static String bits(int width, long value) {
        String digits = Long.toBinaryString(value);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    static String syntax(Form form) {
        return form.syntax().tokens().stream()
                .map(token -> switch (token) {
                    case Syntax.Literal(String text) -> text;
                    case Syntax.Gap() -> " ";
                    case Syntax.Hole(int operand) ->
                        "{" + form.operands().get(operand).name() + "}";
                })
                .collect(Collectors.joining());
    }

    private static String modes(Form form) {
        return form.modes().isEmpty()
                ? ""
                : " | "
                        + form.modes().entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue().mode() + " "
                                        + e.getValue()
                                                .at()
                                                .or(() -> e.getValue().get())
                                                .map(Object::toString)
                                                .orElse(""))
                                .collect(Collectors.joining("; "));
    }
}
