package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.LoadConfig;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** From a machine file the user names to a resolved machine. */
final class Machines {
    private Machines() {}

    /**
     * What the command line says in place of the machine file.
     *
     * @param engine the name of an engine, if there is one by that name
     */
    record Instead(Optional<String> program, Optional<String> engine) {
        static final Instead NOTHING = new Instead(Optional.empty(), Optional.empty());

        MachineConfig in(MachineConfig written, Surroundings surroundings) {
            MachineConfig loaded = program.map(surroundings::path)
                    .map(path -> written.withLoad(List.of(LoadConfig.of(said(path.toString())))))
                    .orElse(written);
            return engine.map(Instead::said).map(loaded::withEngine).orElse(loaded);
        }

        private static Text said(String value) {
            return Text.synthetic("the command line", value);
        }
    }

    /** The machine as written, but for what is said instead; paths of that count from the user's folder. */
    static Optional<MachineConfig> read(
            Surroundings surroundings, SourceFile file, Instead instead, Diagnostics diagnostics) {
        return MachineReader.read(file, diagnostics).map(machine -> instead.in(machine, surroundings));
    }

    /** The machine with every name resolved; nothing where the mistakes reported leave none. */
    static Optional<ResolvedMachine> resolve(
            Catalog catalog, Surroundings surroundings, SourceFile file, Instead instead, Diagnostics diagnostics) {
        return resolve(catalog, surroundings, file, instead, diagnostics, _ -> {});
    }

    /** The same; somebody is told of the machine before its names are resolved. */
    static Optional<ResolvedMachine> resolve(
            Catalog catalog,
            Surroundings surroundings,
            SourceFile file,
            Instead instead,
            Diagnostics diagnostics,
            Consumer<MachineConfig> begin) {
        Path folder = Objects.requireNonNull(surroundings.path(file.name()).getParent());
        Optional<MachineConfig> read = read(surroundings, file, instead, diagnostics);
        read.ifPresent(begin);
        return read.flatMap(machine -> Resolution.resolve(machine, folder, catalog, diagnostics));
    }
}
