package dev.vmkit.language.yaml;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;

/** Mistakes of lines and their indentation. */
final class BlockMistakes {
    private BlockMistakes() {}

    /** A colon that ends no key. */
    static MistakeException colon(SyntaxFailure failure) {
        SourceFile file = failure.file();
        int line = failure.line();
        String before = file.content().substring(file.startOfLine(line), failure.at());
        if (before.contains(": ")) {
            return failure.at(
                    YamlProblem.COLON, "a second ': ' in the text of one value", "quote the text that holds ': '");
        }
        int above = lineAbove(file, line);
        if (above > 0 && endsKey(file.line(above)) && indent(before) > indent(file.line(above))) {
            return failure.at(
                    YamlProblem.COLON,
                    "this line is indented below a key that already has a value",
                    "start it in the same column as the line above");
        }
        if (above > 0 && !endsKey(file.line(above)) && lineAbove(file, above) == 0) {
            int start = file.startOfLine(above) + indent(file.line(above));
            return MistakeException.of(
                    YamlProblem.SYNTAX,
                    file.span(start, Lines.endOfLine(file.content(), start)),
                    "neither a key nor a value: no ': ' follows",
                    "write 'key: value'");
        }
        return failure.at(
                YamlProblem.COLON,
                "a ': ' where no key can stand",
                "quote text that holds ': ', or mend this line or the one above");
    }

    /** The next line above that is neither empty nor a comment, or 0. */
    private static int lineAbove(SourceFile file, int line) {
        int above = line - 1;
        while (above > 0 && file.line(above).strip().matches("(#.*)?")) {
            above--;
        }
        return above;
    }

    private static boolean endsKey(String line) {
        return line.contains(": ") || line.endsWith(":");
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** Something that fits neither the mapping nor the list above. */
    static MistakeException of(SyntaxFailure failure) {
        if (failure.reading("simple key")) {
            return failure.atContext(
                    YamlProblem.SYNTAX, "neither a key nor a value: no ': ' follows", "write 'key: value'");
        }
        if (failure.says("<scalar>")) {
            return textBehind(failure);
        }
        return failure.at(
                YamlProblem.SYNTAX, "this does not fit the lines above", "start it in the same column as its siblings");
    }

    /** Text that follows a value which has ended; the value's own first character tells why. */
    private static MistakeException textBehind(SyntaxFailure failure) {
        boolean sameLine = failure.file().lineAt(failure.lastToken()) == failure.line();
        return switch (failure.charAt(failure.lastToken())) {
            case '|', '>' ->
                failure.at(
                        YamlProblem.SYNTAX,
                        "this line is indented less than the text block above",
                        "indent it like the block's first line");
            case '"', '\'' -> sameLine ? behindQuote(failure) : longQuote(failure);
            default ->
                failure.at(
                        YamlProblem.SYNTAX,
                        "more text where the value has ended",
                        "quote the whole text, or mend the indentation");
        };
    }

    private static MistakeException behindQuote(SyntaxFailure failure) {
        boolean single = failure.charAt(failure.lastToken()) == '\'';
        return failure.at(
                YamlProblem.SYNTAX,
                "more text behind the closing quote",
                "inside " + (single ? "single quotes write '' for a quote" : "double quotes write \\\" for a quote"));
    }

    private static MistakeException longQuote(SyntaxFailure failure) {
        return MistakeException.of(
                YamlProblem.SYNTAX,
                failure.character(failure.lastToken()),
                "this quote is closed only in line " + failure.line(),
                "add the closing quote where the text ends");
    }
}
