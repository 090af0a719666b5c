package dev.vmkit.language.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the messages of a flow, so that all mistakes of a file are reported and not the first alone. */
public final class Diagnostics {
    /** Past this many the rest is only counted: a hostile file must not fill memory with messages. */
    private static final int MOST = 200;

    private final Set<Diagnostic> collected = new LinkedHashSet<>();
    private int omitted;

    /** Reports a mistake at a place. */
    public void report(Problem problem, Span at, String message) {
        report(problem, at, message, "");
    }

    /** Reports a mistake at a place, with a hint to write under the caret. */
    public void report(Problem problem, Span at, String message, String hint) {
        add(new Diagnostic(problem, message, Optional.of(at), hint, List.of()));
    }

    /** Reports a clash of two places. */
    public void report(Problem problem, Span at, String message, String hint, Span other, String otherMessage) {
        add(new Diagnostic(
                problem, message, Optional.of(at), hint, List.of(new Diagnostic.Related(other, otherMessage))));
    }

    /** Adds a message; one equal to an earlier message is dropped. */
    public void add(Diagnostic diagnostic) {
        if (collected.size() < MOST) {
            collected.add(diagnostic);
        } else {
            omitted++;
        }
    }

    public boolean hasErrors() {
        return collected.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** How many messages were dropped because there were too many. */
    public int omitted() {
        return omitted;
    }

    /** The messages in the order of files and lines. */
    public List<Diagnostic> list() {
        List<Diagnostic> sorted = new ArrayList<>(collected);
        sorted.sort(Comparator.comparing(
                        (Diagnostic d) -> d.at().map(s -> s.file().name()).orElse(""))
                .thenComparing(d -> d.at().map(Span::start).orElse(0)));
        return sorted;
    }

    /** Ends a flow that cannot go on: throws if an error was reported. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new MistakeException(list());
        }
    }
}
