package dev.vmkit.tools.cli;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.compile.PluginCompiler;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.codec.CodecChecks;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The parts a command can use, and the options that say which. */
final class Parts {
    @Option(
            names = {"-p", "--plugins"},
            paramLabel = "PLACE",
            description = "A plugin, or a folder of plugins, to be found besides those of the kit. May be repeated.")
    private List<String> places = List.of();

    /** Opens the catalog. Plugins in folders are compiled first if their Java sources have changed. */
    Catalog open(Surroundings surroundings) throws IOException {
        return open(surroundings, List.of());
    }

    /** Opens the catalog with some places more. */
    Catalog open(Surroundings surroundings, List<Path> more) throws IOException {
        List<Path> all = new ArrayList<>(more);
        for (String place : places) {
            Path path = surroundings.path(place);
            if (!Files.exists(path)) {
                throw new IOException("there is no plugin or folder '" + place + "'");
            }
            all.add(path);
        }
        for (Path place : all) {
            PluginCompiler.compile(place);
        }
        all.add(surroundings.plugins());
        return Catalog.open(all);
    }

    /**
     * An instruction set by the name of a part or of a file.
     *
     * @param written {@code lc3}, {@code riscv:rv64imac} with a variant, or {@code tiny/tiny.yaml}
     */
    static Isa isa(Catalog catalog, Surroundings surroundings, String written, Diagnostics diagnostics)
            throws IOException {
        int colon = written.indexOf(':');
        String name = colon < 0 ? written : written.substring(0, colon);
        Optional<String> variant = colon < 0 ? Optional.empty() : Optional.of(written.substring(colon + 1));
        SourceFile file = name.endsWith(".yaml") || name.endsWith(".yml")
                ? SourceFiles.read(surroundings, name)
                : definition(catalog, name, diagnostics);
        IsaLoader.Choice choice = new IsaLoader.Choice(variant, Map.of(), Map.of());
        Optional<Isa> isa = check(file, catalog, choice, diagnostics);
        diagnostics.throwIfErrors();
        return isa.orElseThrow();
    }

    private static SourceFile definition(Catalog catalog, String name, Diagnostics diagnostics) {
        Text asked = Text.synthetic("the command line", name);
        Optional<Part> part = catalog.part(PartKind.ISA, name, asked.span(), diagnostics);
        diagnostics.throwIfErrors();
        return part.flatMap(p -> p.definition(diagnostics)).orElseThrow(() -> {
            diagnostics.throwIfErrors();
            return MistakeException.of(
                    MachineProblem.UNKNOWN_PART,
                    "there is no instruction set '" + name + "'",
                    catalog.didYouMean(PartKind.ISA, name));
        });
    }

    /** Loads a definition and checks all of it. */
    static Optional<Isa> check(SourceFile file, Catalog catalog, IsaLoader.Choice choice, Diagnostics diagnostics) {
        Optional<IsaModel> model = IsaLoader.load(file, catalog.isaLibrary(), choice, diagnostics);
        Optional<Isa> isa = model.flatMap(m -> SemanticsChecker.check(m, diagnostics));
        isa.ifPresent(i -> CodecChecks.check(i, diagnostics));
        return isa;
    }
}
