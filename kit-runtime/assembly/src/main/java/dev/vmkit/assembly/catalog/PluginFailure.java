package dev.vmkit.assembly.catalog;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Span;
import dev.vmkit.machine.device.PluginFault;
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

    /** What a running part threw, at the place in a machine file where the part is used. */
    public static PluginFailure of(PluginFault fault, Span usedAt) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        String said = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String message = fault.part() + " failed: " + cause.getClass().getSimpleName() + said;
        return of(fault.part().plugin(), CatalogProblem.FAULT, message, "", cause)
                .usedAt(usedAt);
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
