package dev.vmkit.assembly.assemble;

import dev.vmkit.api.IsaFunctions;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.device.PartName;
import dev.vmkit.machine.hart.ExternBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The externs of an instruction set that Java methods of its own plugin stand for. */
public record PluginExterns(Catalog catalog, Part part) {
    /** Externs of this device the hart itself provides. */
    private static final String CPU = "cpu";

    /** The externs that are not the hart's own. */
    static List<Extern> needed(Isa isa) {
        return isa.externs().values().stream()
                .filter(e -> !e.declaration().device().equals(CPU))
                .toList();
    }

    /**
     * Bindings for one hart, to new instances of the plugin's classes; externs that the plugin has no method for are left
     * out.
     *
     * @throws dev.vmkit.assembly.catalog.PluginFailure if a class cannot be made
     */
    public Map<String, ExternBinding> bind(Isa isa) {
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
