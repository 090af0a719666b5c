package dev.vmkit.assembly.catalog;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Span;
import java.util.List;
import java.util.Optional;

/** A plugin's code failed while a machine was put together. Users see the diagnostic; the cause keeps the stack trace. */
public final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String plugin;
    private final transient Diagnostic diagnostic;
    private final Throwable thrown;

    public PluginFailure(String plugin, Diagnostic diagnostic, Throwable cause) {
        super(diagnostic.message(), cause);
        this.thrown = cause;
        this.plugin = plugin;
        this.diagnostic = diagnostic;
    }

    static PluginFailure of(String plugin, CatalogProblem problem, String message, String hint, Throwable cause) {
        return new PluginFailure(plugin, new Diagnostic(problem, message, Optional.empty(), hint, List.of()), cause);
    }

    /** The plugin's name. */
    public String plugin() {
        return plugin;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The same fault, shown at the place in a machine file where the part is used. */
    public PluginFailure usedAt(Span at) {
        Diagnostic d = diagnostic;
        Diagnostic placed = new Diagnostic(d.problem(), d.message(), Optional.of(at), d.hint(), d.related());
        return new PluginFailure(plugin, placed, thrown);
    }
}
