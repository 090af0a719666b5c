package dev.vmkit.language.yaml;

import dev.vmkit.language.text.MistakeException;

/** Says in a learner's words why a file is not YAML. */
final class SyntaxMistakes {
    private SyntaxMistakes() {}

    static MistakeException of(SyntaxFailure failure) {
        if (failure.says("property name")) {
            return failure.at(YamlProblem.KEY_KIND, "a list or a mapping cannot be a key", "quote it if it is text");
        }
        if (failure.says("mapping values are not allowed")) {
            return BlockMistakes.colon(failure);
        }
        if (failure.says("cannot start any token")) {
            return badStart(failure);
        }
        if (failure.reading("flow")) {
            return FlowMistakes.of(failure);
        }
        if (failure.found() == ']' || failure.found() == '}') {
            return failure.at(YamlProblem.SYNTAX, "this '" + failure.found() + "' closes nothing", "delete it");
        }
        if (failure.says("document")) {
            return failure.at(YamlProblem.SYNTAX, "this does not belong to what stands above", "mend the indentation");
        }
        return failure.reading("scalar") ? scalar(failure) : BlockMistakes.of(failure);
    }

    private static MistakeException badStart(SyntaxFailure failure) {
        char found = failure.found();
        if (found == '\t') {
            return failure.at(YamlProblem.TAB, "a tab where spaces are expected", "indent by spaces");
        }
        return failure.at(YamlProblem.SYNTAX, "unquoted text cannot start with '" + found + "'", "quote the text");
    }

    private static MistakeException scalar(SyntaxFailure failure) {
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
}
