package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Severity;
import dev.vmkit.language.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects what is wrong. The rows of a family share their text, so one mistake there is met once a form: it is reported
 * once, with how many forms it concerns.
 */
final class Mistakes {
    private record Count(String lastForm, int forms) {}

    private final Map<Diagnostic, Count> counts = new LinkedHashMap<>();
    private String form = "";
    private boolean formHasErrors;

    /** From here on mistakes belong to this form; the empty name stands for what belongs to none. */
    void enter(String id) {
        form = id;
        formHasErrors = false;
    }

    void report(SemanticsProblem problem, Span at, String message) {
        report(problem, at, message, "");
    }

    void report(SemanticsProblem problem, Span at, String message, String hint) {
        add(new Diagnostic(problem, message, Optional.of(at), hint, List.of()));
    }

    /** A mistake that another place explains. */
    void report(SemanticsProblem problem, Span at, String message, String hint, Span other, String otherMessage) {
        add(new Diagnostic(
                problem, message, Optional.of(at), hint, List.of(new Diagnostic.Related(other, otherMessage))));
    }

    private void add(Diagnostic diagnostic) {
        formHasErrors |= diagnostic.severity() == Severity.ERROR;
        Count before = counts.get(diagnostic);
        if (before == null) {
            counts.put(diagnostic, new Count(form, 1));
        } else if (!before.lastForm.equals(form)) {
            counts.put(diagnostic, new Count(form, before.forms + 1));
        }
    }

    /** Whether a mistake was found since the form was entered. */
    boolean formHasErrors() {
        return formHasErrors;
    }

    /** Whether there is a mistake that is more than a warning. */
    boolean hasErrors() {
        return counts.keySet().stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    void reportTo(Diagnostics diagnostics) {
        counts.forEach((d, count) -> diagnostics.add(count.forms == 1 ? d : counted(d, count.forms)));
    }

    private static Diagnostic counted(Diagnostic d, int forms) {
        return new Diagnostic(d.problem(), d.message() + " (" + forms + " forms)", d.at(), d.hint(), d.related());
    }
}
