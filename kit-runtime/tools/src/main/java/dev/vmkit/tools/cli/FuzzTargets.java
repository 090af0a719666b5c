package dev.vmkit.tools.cli;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.testkit.differential.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instruction sets that a command line names. */
record FuzzTargets(Catalog catalog, Surroundings surroundings) {

    /** Those of these names; all that plugins offer, in each variant, if there are none. */
    List<Target> named(List<String> given) throws IOException {
        List<String> names = new ArrayList<>(given);
        if (given.isEmpty()) {
            catalog.parts(PartKind.ISA).forEach(part -> names.addAll(Target.names(catalog, part)));
        }
        List<Target> targets = new ArrayList<>();
        for (String name : names) {
            targets.add(named(name));
        }
        return targets;
    }

    private Target named(String name) throws IOException {
        int colon = name.indexOf(':');
        String part = colon < 0 ? name : name.substring(0, colon);
        Optional<String> variant = colon < 0 ? Optional.empty() : Optional.of(name.substring(colon + 1));
        for (Part offered : catalog.parts(PartKind.ISA)) {
            if (offered.name().equals(part)) {
                return Target.of(catalog, offered, variant);
            }
        }
        return new Target(name, Parts.isa(catalog, surroundings, name, new Diagnostics()), List.of());
    }
}
