package dev.vmkit.assembly.assemble;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import java.util.Optional;

/** Finds parts by the names machine files give them. */
record PartLookup(Catalog catalog, Diagnostics diagnostics) {

    /** The part; otherwise it is reported why there is none. */
    Optional<Part> find(PartKind kind, Text name) {
        if (!catalog.offers(kind, name.value())) {
            String what = kind == PartKind.ISA ? "instruction set" : "device model";
            diagnostics.report(
                    MachineProblem.UNKNOWN_PART,
                    name.span(),
                    "no " + what + " called '" + name + "'",
                    hint(kind, name.value()));
            // A plugin that could not be read may be the one that offers it.
            catalog.mistakes().forEach(diagnostics::add);
            return Optional.empty();
        }
        return catalog.part(kind, name.value(), name.span(), diagnostics);
    }

    private String hint(PartKind kind, String name) {
        String near = catalog.didYouMean(kind, name);
        if (!near.isEmpty()) {
            return near;
        }
        return catalog.parts().isEmpty()
                ? "no plugins were found: see --plugins"
                : "if it is in a plugin of your own, name that one's folder: -p FOLDER";
    }
}
