package dev.vmkit.language.isa;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells mistakes, each place and kind once: a family's template is read anew for every row, and one slip in it should
 * not be told twenty times.
 */
final class Mistakes {
    private record Told(IsaProblem problem, Span at) {}

    private final Diagnostics diagnostics;
    private final Set<Told> told = new HashSet<>();
    private int noted;

    Mistakes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** Counts a mistake that somebody else told. */
    void note() {
        noted++;
    }

    /** How many mistakes there were so far, repeated ones included: whoever sees it grow has read something broken. */
    int soFar() {
        return noted;
    }

    void tell(IsaProblem problem, Span at, String message) {
        tell(problem, at, message, "");
    }

    void tell(IsaProblem problem, Span at, String message, String hint) {
        noted++;
        if (told.add(new Told(problem, at))) {
            diagnostics.report(problem, at, message, hint);
        }
    }

    void clash(IsaProblem problem, Span at, String message, String hint, Span other, String otherMessage) {
        noted++;
        if (told.add(new Told(problem, at))) {
            diagnostics.report(problem, at, message, hint, other, otherMessage);
        }
    }

    /** Tells that {@code name} is no {@code what}, with the nearest of the known names or, if there are few, all. */
    void unknown(Span at, String subject, String what, String name, Collection<String> known) {
        String near = Suggestion.didYouMean(name, known);
        String few = known.isEmpty() || known.size() > 12 ? "" : "known: " + String.join(", ", known);
        tell(
                IsaProblem.UNKNOWN_NAME,
                at,
                subject + "no " + what + " called '" + name + "'",
                near.isEmpty() ? few : near);
    }
}
