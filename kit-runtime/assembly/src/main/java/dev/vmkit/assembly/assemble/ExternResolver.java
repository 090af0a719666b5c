package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import java.util.Set;

/** Checks that the plugin of an instruction set has what its externs stand for. */
record ExternResolver(Catalog catalog, Diagnostics diagnostics) {
    /** Reports externs that nothing provides. */
    void check(Isa isa, Part part, Text usedAt) {
        Set<String> bound = new PluginExterns(catalog, part).bind(isa).keySet();
        for (Extern extern : PluginExterns.needed(isa)) {
            if (!bound.contains(extern.name())) {
                String device = extern.declaration().device();
                diagnostics.report(
                        MachineProblem.EXTERN,
                        usedAt.span(),
                        "instruction set '" + isa.name() + "' needs '" + extern.name() + "', which nothing provides",
                        device.isEmpty()
                                ? "plugin " + part.pluginName() + " has no IsaFunctions with such a method"
                                : "it is to come from a device '" + device + "'");
            }
        }
    }
}
