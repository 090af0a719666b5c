package dev.vmkit.language.yaml;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;

/** Mistakes between brackets and braces. */
final class FlowMistakes {
    private FlowMistakes() {}

    static MistakeException of(SyntaxFailure failure) {
        int comment = swallowingComment(failure);
        if (comment >= 0) {
            Span cut =
                    failure.file().span(comment, Lines.endOfLine(failure.file().content(), comment));
            return MistakeException.of(
                    YamlProblem.SWALLOWED,
                    cut,
                    "'#' starts a comment here, and the closing " + closing(failure) + " went with it",
                    "quote the text that holds '#'");
        }
        return switch (failure.found()) {
            case '[', '{' ->
                failure.at(
                        YamlProblem.SPLIT,
                        "'" + failure.found() + "' inside unquoted text between " + (isList(failure) ? "[ ]" : "{ }"),
                        "quote the whole text");
            case ']', '}' ->
                failure.at(
                        YamlProblem.SPLIT,
                        "this '" + failure.found() + "' does not close what is open here",
                        "quote text that holds brackets or braces");
            case ',' -> failure.at(YamlProblem.SYNTAX, "nothing stands before this comma", "delete it");
            case ':' ->
                failure.at(
                        YamlProblem.COLON,
                        "a ':' where ',' or " + closing(failure) + " is expected",
                        "quote text that holds ': ', or close the bracket before",
                        "opened here");
            default ->
                failure.atContext(
                        YamlProblem.SYNTAX,
                        "this '" + failure.charAt(failure.contextAt()) + "' is not closed",
                        closing(failure) + " or ',' is expected by line " + failure.line());
        };
    }

    private static boolean isList(SyntaxFailure failure) {
        return failure.reading("sequence");
    }

    private static String closing(SyntaxFailure failure) {
        return isList(failure) ? "']'" : "'}'";
    }

    /** The offset of a {@code #} between the bracket and the failure that looks like text, or -1. */
    private static int swallowingComment(SyntaxFailure failure) {
        String source = failure.file().content();
        for (int i = failure.contextAt() + 1; i < failure.at(); i++) {
            if (Lines.isBlank(source.charAt(i - 1)) && Comments.looksLikeText(source, i)) {
                return i;
            }
        }
        return -1;
    }
}
