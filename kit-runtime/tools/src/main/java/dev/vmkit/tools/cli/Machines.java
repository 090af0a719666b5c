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

/** From a machine file the user names to a resolved machine. */
final class Machines {
    private Machines() {}

    /** The machine as written, with another program if one is given. */
    static Optional<MachineConfig> read(
            Surroundings surroundings, SourceFile file, Optional<String> program, Diagnostics diagnostics) {
        return MachineReader.read(file, diagnostics)
                .map(machine -> program.map(p -> machine.withLoad(List.of(given(surroundings, p))))
                        .orElse(machine));
    }

    /** A path on the command line counts from the user's folder, not from the machine file's. */
    private static LoadConfig given(Surroundings surroundings, String program) {
        return LoadConfig.of(
                Text.synthetic("the command line", surroundings.path(program).toString()));
    }

    /** The machine with every name resolved; nothing where the mistakes reported leave none. */
    static Optional<ResolvedMachine> resolve(
            Catalog catalog,
            Surroundings surroundings,
            SourceFile file,
            Optional<String> program,
            Diagnostics diagnostics) {
        Path folder = Objects.requireNonNull(surroundings.path(file.name()).getParent());
        return read(surroundings, file, program, diagnostics)
                .flatMap(machine -> Resolution.resolve(machine, folder, catalog, diagnostics));
    }
}
