package dev.vmkit.assembly.assemble;

import dev.vmkit.api.IsaFunctions;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.device.PartName;
import dev.vmkit.machine.hart.ExternBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the externs of an instruction set stand for in its plugin. */
record ExternResolver(Catalog catalog, Diagnostics diagnostics) {
    /** Externs of this device the hart itself provides. */
    private static final String CPU = "cpu";

    /** The externs that are not the hart's own. */
    private static List<Extern> needed(Isa isa) {
        return isa.externs().values().stream()
                .filter(e -> !e.declaration().device().equals(CPU))
                .toList();
    }

    /** Reports externs that nothing provides. */
    void check(Isa isa, Part part, Text usedAt) {
        Map<String, ExternBinding> bound = bind(isa, part);
        for (Extern extern : needed(isa)) {
            if (!bound.containsKey(extern.name())) {
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

    /** Bindings for one hart. */
    Map<String, ExternBinding> bind(Isa isa, Part part) {
        List<Extern> needed = needed(isa);
        if (needed.isEmpty()) {
            return Map.of();
        }
        PartName blamed = new PartName(CPU, part.name(), part.pluginName());
        List<IsaFunctions> functions = catalog.isaFunctions(part);
        Map<String, ExternBinding> bound = new LinkedHashMap<>();
        for (Extern extern : needed) {
            Optional<ExternBinding> binding = functions.stream()
                    .flatMap(f -> new ExternFunctions(f, blamed).binding(extern).stream())
                    .findFirst();
            binding.ifPresent(b -> bound.put(extern.name(), b));
        }
        return bound;
    }
}
