package dev.vmkit.assembly.assemble;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Severity;
import java.util.function.Function;

/** Uses definitions of parts: their errors concern who uses them, their warnings only who writes them. */
record ErrorsOnly(Diagnostics diagnostics) {

    <T> T from(Function<Diagnostics, T> use) {
        Diagnostics all = new Diagnostics();
        T result = use.apply(all);
        report(all);
        return result;
    }

    void report(Diagnostics all) {
        all.list().stream().filter(d -> d.severity() == Severity.ERROR).forEach(diagnostics::add);
    }
}
