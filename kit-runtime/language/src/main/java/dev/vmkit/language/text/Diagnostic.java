package dev.vmkit.language.text;

import java.util.List;
import java.util.Optional;

/**
 * One located message.
 *
 * @param problem the kind of mistake, which carries the code
 * @param message what is wrong here, one line, lower case, without a full stop
 * @param at the place; empty only when no file is concerned
 * @param hint what to write under the caret ("did you mean 'uart-16550'?"); may be empty
 * @param related other places that explain the first (the other side of a clash)
 */
public record Diagnostic(Problem problem, String message, Optional<Span> at, String hint, List<Related> related) {

    /** Another place, with what it shows. */
    public record Related(Span at, String message) {}

    public Diagnostic {
        related = List.copyOf(related);
    }

    public Severity severity() {
        return problem.severity();
    }
}
