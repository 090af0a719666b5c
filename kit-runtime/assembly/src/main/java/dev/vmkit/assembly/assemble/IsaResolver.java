package dev.vmkit.assembly.assemble;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.IsaChoices;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.CpuConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the instruction set a machine asks for, checks what it chooses of it, and loads it. */
final class IsaResolver {
    private final Catalog catalog;
    private final Diagnostics diagnostics;

    IsaResolver(Catalog catalog, Diagnostics diagnostics) {
        this.catalog = catalog;
        this.diagnostics = diagnostics;
    }

    /** A checked instruction set and where it comes from. */
    record Found(Part part, Isa isa) {}

    Optional<Found> resolve(CpuConfig cpu) {
        return new PartLookup(catalog, diagnostics)
                .find(PartKind.ISA, cpu.isa())
                .flatMap(part -> load(part, cpu).map(isa -> new Found(part, isa)));
    }

    /** With a choice that it does not give, a definition does not load: the mistake is then the machine file's. */
    private Optional<Isa> load(Part part, CpuConfig cpu) {
        Diagnostics found = new Diagnostics();
        Optional<Isa> isa = catalog.isa(part, choice(cpu), found);
        if (isa.isPresent() || chosenWell(cpu, part)) {
            new ErrorsOnly(diagnostics).report(found);
        }
        return isa;
    }

    private boolean chosenWell(CpuConfig cpu, Part part) {
        if (cpu.variant().isEmpty() && cpu.params().isEmpty() && cpu.features().isEmpty()) {
            return true;
        }
        IsaChoices choices = catalog.choices(part);
        List<String> params = choices.params().stream().map(ParameterInfo::name).toList();
        boolean fits = cpu.variant()
                .map(v -> known(cpu, "variant", v, choices.variants()))
                .orElse(true);
        for (CpuConfig.Named<Long> param : cpu.params()) {
            fits &= known(cpu, "parameter", param.name(), params) && allowed(param, choices.params());
        }
        for (CpuConfig.Named<Boolean> feature : cpu.features()) {
            fits &= known(cpu, "feature", feature.name(), choices.features());
        }
        return fits;
    }

    private boolean known(CpuConfig cpu, String what, Text name, Collection<String> known) {
        if (!known.contains(name.value())) {
            String all = known.isEmpty() ? "it has none" : "known: " + String.join(", ", known);
            diagnostics.report(
                    MachineProblem.VARIANT,
                    name.span(),
                    "instruction set '" + cpu.isa() + "' has no " + what + " '" + name + "'",
                    Suggestion.nearest(name.value(), known)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse(all));
        }
        return known.contains(name.value());
    }

    private boolean allowed(CpuConfig.Named<Long> param, List<ParameterInfo> params) {
        List<String> choices = params.stream()
                .filter(p -> p.name().equals(param.name().value()))
                .flatMap(p -> p.choices().stream())
                .toList();
        boolean fits = choices.isEmpty() || choices.contains(String.valueOf(param.value()));
        if (!fits) {
            diagnostics.report(
                    MachineProblem.VARIANT,
                    param.name().span(),
                    param.name() + " cannot be " + param.value(),
                    "it is one of " + String.join(", ", choices));
        }
        return fits;
    }

    private static IsaLoader.Choice choice(CpuConfig cpu) {
        return new IsaLoader.Choice(cpu.variant().map(Text::value), named(cpu.params()), named(cpu.features()));
    }

    private static <T> Map<String, T> named(List<CpuConfig.Named<T>> values) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(v -> map.put(v.name().value(), v.value()));
        return map;
    }
}
