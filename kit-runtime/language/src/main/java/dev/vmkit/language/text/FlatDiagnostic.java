package dev.vmkit.language.text;

import java.util.List;

/**
 * A message as plain values, for tools that read messages; places count lines and columns from 1.
 *
 * @param file empty, and the four numbers 0, if no file is concerned
 * @param endColumn the column behind the last character
 */
public record FlatDiagnostic(
        String code,
        String severity,
        String message,
        String file,
        int line,
        int column,
        int endLine,
        int endColumn,
        String hint) {

    public static List<FlatDiagnostic> of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(FlatDiagnostic::of).toList();
    }

    private static FlatDiagnostic of(Diagnostic d) {
        String severity = d.severity() == Severity.ERROR ? "error" : "warning";
        if (d.at().isEmpty()) {
            return new FlatDiagnostic(d.problem().code(), severity, d.message(), "", 0, 0, 0, 0, d.hint());
        }
        Span at = d.at().get();
        SourceFile file = at.file();
        return new FlatDiagnostic(
                d.problem().code(),
                severity,
                d.message(),
                file.name(),
                at.line(),
                at.column(),
                file.lineAt(at.end()),
                file.columnAt(at.end()),
                d.hint());
    }
}
