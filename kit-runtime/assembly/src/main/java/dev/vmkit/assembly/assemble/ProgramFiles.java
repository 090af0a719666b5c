package dev.vmkit.assembly.assemble;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds files to load: beside the machine file or, where there is none of that path, in a plugin. {@code lc3/os.asm} is the
 * file {@code os.asm} of the plugin that offers the instruction set {@code lc3}.
 */
record ProgramFiles(MachineFiles files, Catalog catalog, Diagnostics diagnostics) {

    /** A file's bytes, not to be changed, and what messages call it. */
    record Content(String shown, byte[] bytes) {}

    Optional<Content> read(Text file) {
        int slash = file.value().indexOf('/');
        String isa = slash > 0 ? file.value().substring(0, slash) : "";
        if (!files.exists(file) && catalog.offers(PartKind.ISA, isa)) {
            return inPlugin(file, isa, file.value().substring(slash + 1));
        }
        return files.read(file).map(bytes -> new Content(shown(file), bytes));
    }

    private Optional<Content> inPlugin(Text file, String isa, String path) {
        Optional<Part> part = catalog.part(PartKind.ISA, isa, file.span(), diagnostics);
        return part.flatMap(p -> catalog.file(p, path, file.span(), diagnostics)
                .map(bytes -> new Content(catalog.shown(p, path), bytes)));
    }

    private String shown(Text file) {
        Path path = files.folder().resolve(file.value());
        return path.normalize().toString();
    }
}
