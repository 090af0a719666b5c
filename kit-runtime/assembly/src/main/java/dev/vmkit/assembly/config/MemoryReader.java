package dev.vmkit.assembly.config;

import dev.vmkit.assembly.config.MemoryConfig.Extent;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.Optional;

/** Reads one entry of {@code memory:}. */
final class MemoryReader {
    private final Text name;
    private final MappingReader in;

    private MemoryReader(Text name, MappingReader in) {
        this.name = name;
        this.in = in;
    }

    static Optional<MemoryConfig> read(Text name, MappingReader in) {
        return new MemoryReader(name, in).memory();
    }

    private Optional<MemoryConfig> memory() {
        Optional<Located<Long>> at = Reading.address(in, "at");
        Optional<Located<Long>> from = Reading.address(in, "from");
        Optional<Extent> size = size();
        Optional<Extent> to = Reading.address(in, "to").map(Extent.To::new);
        boolean rom = in.bool("rom").orElse(false);
        Optional<Text> file = in.text("file");
        Optional<Text> space = in.text("space");
        in.finish();
        if (!shapeFits()) {
            return Optional.empty();
        }
        Optional<Extent> extent = size.or(() -> to);
        if (extent.isEmpty() && (in.has("size") || in.has("to"))) {
            return Optional.empty(); // it is wrong, and that has been said
        }
        return at.or(() -> from).map(first -> new MemoryConfig(name, first, extent, rom, file, space));
    }

    private Optional<Extent> size() {
        return in.text("size")
                .flatMap(text -> new QuantityReader(in.diagnostics())
                        .size(text)
                        .map(q -> new Extent.Size(new Located<>(q, text.span()))));
    }

    /** Exactly {@code at} and {@code size}, or {@code from} and {@code to}; a file may stand for the size. */
    private boolean shapeFits() {
        boolean sized = in.has("at") && !in.has("from") && !in.has("to") && (in.has("size") || in.has("file"));
        boolean ranged = in.has("from") && in.has("to") && !in.has("at") && !in.has("size");
        if (!sized && !ranged) {
            in.diagnostics()
                    .report(
                            MachineProblem.EXTENT,
                            name.span(),
                            "memory '" + name + "' needs its first address and its size, or its first and last address",
                            "at: ..., size: ... or from: ..., to: ...");
        }
        return sized || ranged;
    }
}
