package dev.vmkit.language.yaml;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mistakes between brackets and braces. */
final class FlowMistakes {
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+'", Pattern.DOTALL);

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
            default -> unclosed(failure);
        };
    }

    private static MistakeException unclosed(SyntaxFailure failure) {
        if (isBracket(failure.charAt(failure.contextAt()))) {
            return failure.atContext(
                    YamlProblem.SYNTAX,
                    "this '" + failure.charAt(failure.contextAt()) + "' is not closed",
                    closing(failure) + " or ',' is expected by line " + failure.line());
        }
        return MistakeException.of(
                YamlProblem.SYNTAX,
                failure.character(failure.lastToken()),
                "a bracket that is open here is not closed",
                "']' or '}' is expected by line " + failure.line());
    }

    private static boolean isBracket(char symbol) {
        return symbol == '[' || symbol == '{';
    }

    private static boolean isList(SyntaxFailure failure) {
        return failure.reading("sequence");
    }

    private static String closing(SyntaxFailure failure) {
        return isList(failure) ? "']'" : "'}'";
    }

    /** The offset of a {@code #} between the bracket and the failure that looks like text and is not quoted, or -1. */
    private static int swallowingComment(SyntaxFailure failure) {
        String source = failure.file().content();
        Matcher quoted = QUOTED.matcher(source);
        int i = begin(failure) + 1;
        while (i < failure.at()) {
            boolean blank = Lines.isBlank(source.charAt(i - 1));
            if (blank && Comments.looksLikeText(source, i)) {
                return i;
            }
            if (blank && source.charAt(i) == '#') {
                i = Lines.endOfLine(source, i) + 1;
            } else {
                i = quoted.region(i, source.length()).lookingAt() && beginsText(source, i) ? quoted.end() : i + 1;
            }
        }
        return -1;
    }

    /** Where to look from: the bracket, or the last thing that was understood if the parser does not name one. */
    private static int begin(SyntaxFailure failure) {
        return isBracket(failure.charAt(failure.contextAt())) ? failure.contextAt() : failure.lastToken();
    }

    /** Whether a text begins there, rather than that it goes on. */
    private static boolean beginsText(String source, int at) {
        int before = at - 1;
        while (before > 0 && Lines.isBlank(source.charAt(before))) {
            before--;
        }
        return "[{,:\n".indexOf(source.charAt(before)) >= 0;
    }
}
