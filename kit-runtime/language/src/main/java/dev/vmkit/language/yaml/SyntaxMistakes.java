package dev.vmkit.language.yaml;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;

/** Says in a learner's words why a file is not YAML. */
final class SyntaxMistakes {
    private SyntaxMistakes() {}

    /**
     * What the parser says.
     *
     * @param problem the parser's words; may be empty
     * @param at where it stopped
     * @param context what it was reading; may be empty
     * @param contextAt where that began
     */
    record Failure(SourceFile file, String problem, int at, String context, int contextAt) {

        boolean says(String words) {
            return problem.contains(words);
        }

        boolean reading(String words) {
            return context.contains(words);
        }

        char found() {
            return at < file.content().length() ? file.content().charAt(at) : '\0';
        }

        MistakeException at(YamlProblem kind, String message, String hint) {
            return MistakeException.of(kind, character(at), message, hint);
        }

        MistakeException atContext(YamlProblem kind, String message, String hint) {
            return MistakeException.of(kind, character(contextAt), message, hint);
        }

        Span character(int offset) {
            return file.span(offset, Math.min(offset + 1, file.content().length()));
        }
    }

    static MistakeException of(Failure failure) {
        if (failure.says("property name")) {
            return failure.at(YamlProblem.KEY_KIND, "a list or a mapping cannot be a key", "quote it if it is text");
        }
        if (failure.says("mapping values are not allowed")) {
            return colon(failure);
        }
        if (failure.says("cannot start any token")) {
            return badStart(failure);
        }
        if (failure.found() == ']' || failure.found() == '}') {
            return closingBracket(failure);
        }
        if (failure.says("document")) {
            return failure.at(YamlProblem.SYNTAX, "this does not belong to what stands above", "mend the indentation");
        }
        if (failure.reading("flow")) {
            return flow(failure);
        }
        return failure.reading("scalar") ? scalar(failure) : block(failure);
    }

    private static MistakeException colon(Failure failure) {
        return failure.at(
                YamlProblem.COLON,
                "a ': ' where no key can stand",
                "quote text that holds ': ', or mend this line or the one above");
    }

    private static MistakeException badStart(Failure failure) {
        char found = failure.found();
        if (found == '\t') {
            return failure.at(YamlProblem.TAB, "a tab where spaces are expected", "indent by spaces");
        }
        return failure.at(YamlProblem.SYNTAX, "unquoted text cannot start with '" + found + "'", "quote the text");
    }

    private static MistakeException closingBracket(Failure failure) {
        if (failure.reading("flow")) {
            return failure.at(
                    YamlProblem.SPLIT,
                    "this '" + failure.found() + "' does not close what is open here",
                    "quote text that holds brackets or braces");
        }
        return failure.at(YamlProblem.SYNTAX, "this '" + failure.found() + "' closes nothing", "delete it");
    }

    private static MistakeException flow(Failure failure) {
        boolean list = failure.reading("sequence");
        int comment = swallowingComment(failure);
        if (comment >= 0) {
            Span cut =
                    failure.file().span(comment, Lines.endOfLine(failure.file().content(), comment));
            return MistakeException.of(
                    YamlProblem.SWALLOWED,
                    cut,
                    "'#' starts a comment here, and the closing " + (list ? "']'" : "'}'") + " went with it",
                    "quote the text that holds '#'");
        }
        if (failure.found() == '[' || failure.found() == '{') {
            return failure.at(
                    YamlProblem.SPLIT,
                    "'" + failure.found() + "' inside unquoted text between " + (list ? "[ ]" : "{ }"),
                    "quote the whole text");
        }
        if (failure.found() == ':') {
            return failure.at(
                    YamlProblem.COLON,
                    "a ':' where ',' or " + (list ? "']'" : "'}'") + " is expected",
                    "quote text that holds ': ', or close the bracket before");
        }
        return failure.atContext(
                YamlProblem.SYNTAX, "this " + (list ? "'['" : "'{'") + " is not closed", closingHint(failure, list));
    }

    private static String closingHint(Failure failure, boolean list) {
        int line = failure.file().lineAt(failure.at());
        return (list ? "']'" : "'}'") + " or ',' is expected by line " + line;
    }

    /** The offset of a {@code #} between the bracket and the failure that looks like text, or -1. */
    private static int swallowingComment(Failure failure) {
        String source = failure.file().content();
        for (int i = failure.contextAt() + 1; i < failure.at(); i++) {
            if (Lines.isBlank(source.charAt(i - 1)) && Comments.looksLikeText(source, i)) {
                return i;
            }
        }
        return -1;
    }

    private static MistakeException scalar(Failure failure) {
        if (failure.says("escape")) {
            return failure.at(
                    YamlProblem.SYNTAX,
                    "unknown escape '\\" + failure.found() + "' in double quotes",
                    "write '\\\\' for a backslash, or use single quotes");
        }
        if (failure.reading("quoted")) {
            return failure.atContext(YamlProblem.SYNTAX, "this quote is not closed", "add the closing quote");
        }
        return failure.at(
                YamlProblem.SYNTAX,
                "after '|' or '>' the text starts on the next line, indented",
                "quote text that starts with '|' or '>'");
    }

    private static MistakeException block(Failure failure) {
        if (failure.reading("simple key")) {
            return failure.atContext(
                    YamlProblem.SYNTAX, "neither a key nor a value: no ': ' follows", "write 'key: value'");
        }
        if (failure.says("<scalar>")) {
            return failure.at(
                    YamlProblem.SYNTAX,
                    "more text where the value has ended",
                    "quote the whole text, or mend the indentation");
        }
        return failure.at(
                YamlProblem.SYNTAX, "this does not fit the lines above", "start it in the same column as its siblings");
    }
}
