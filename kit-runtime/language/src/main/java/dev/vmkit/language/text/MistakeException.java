package dev.vmkit.language.text;

import java.util.List;
import java.util.Optional;

/** Mistakes in an input that end a flow. Carries located messages; its stack trace interests nobody. */
public final class MistakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public MistakeException(List<Diagnostic> diagnostics) {
        super(diagnostics.isEmpty() ? "" : diagnostics.getFirst().message(), null, false, false);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** One mistake at a place. */
    public static MistakeException of(Problem problem, Span at, String message, String hint) {
        return new MistakeException(List.of(new Diagnostic(problem, message, Optional.of(at), hint, List.of())));
    }

    /** One mistake that concerns no place in a file. */
    public static MistakeException of(Problem problem, String message, String hint) {
        return new MistakeException(List.of(new Diagnostic(problem, message, Optional.empty(), hint, List.of())));
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
