package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Where and why the parser gave up.
 *
 * @param problem the parser's words; may be empty
 * @param at where it stopped
 * @param context what it was reading; may be empty
 * @param contextAt where that began
 * @param lastToken where the last token began that it delivered
 */
record SyntaxFailure(SourceFile file, String problem, int at, String context, int contextAt, int lastToken) {

    boolean says(String words) {
        return problem.contains(words);
    }

    boolean reading(String words) {
        return context.contains(words);
    }

    char found() {
        return charAt(at);
    }

    /** The character at an offset; NUL behind the end. */
    char charAt(int offset) {
        return offset < file.content().length() ? file.content().charAt(offset) : '\0';
    }

    MistakeException at(YamlProblem kind, String message, String hint) {
        return MistakeException.of(kind, character(at), message, hint);
    }

    /** A mistake here that names what was open as well. */
    MistakeException at(YamlProblem kind, String message, String hint, String opened) {
        return new MistakeException(List.of(new Diagnostic(
                kind,
                message,
                Optional.of(character(at)),
                hint,
                List.of(new Diagnostic.Related(character(contextAt), opened)))));
    }

    MistakeException atContext(YamlProblem kind, String message, String hint) {
        return MistakeException.of(kind, character(contextAt), message, hint);
    }

    Span character(int offset) {
        int start = Math.min(offset, file.content().length());
        return file.span(start, Math.min(start + 1, file.content().length()));
    }

    int line() {
        return file.lineAt(at);
    }
}
