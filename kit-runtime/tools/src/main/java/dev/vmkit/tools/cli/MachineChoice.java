package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.language.text.Diagnostics;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which machine a command is about. */
final class MachineChoice {
    @Mixin
    private final Parts parts = new Parts();

    @Parameters(index = "0", paramLabel = "MACHINE", description = "A machine file.")
    private String machine = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PROGRAM",
            description = "A program in place of the machine file's: ELF, assembly, Intel HEX, raw bytes.")
    private Optional<String> program = Optional.empty();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "What executes instructions, whatever the machine file says.")
    private Optional<String> engine = Optional.empty();

    String file() {
        return machine;
    }

    Machines.Instead instead() {
        return new Machines.Instead(program, engine);
    }

    Catalog open(Surroundings surroundings) throws IOException {
        return parts.open(surroundings);
    }

    /** The machine; its mistakes end the command, its warnings are shown. */
    ResolvedMachine resolve(Catalog catalog, Surroundings surroundings, Screen screen) throws IOException {
        return resolve(catalog, surroundings, screen, _ -> {});
    }

    /** The same; somebody is told of the machine before its names are resolved. */
    ResolvedMachine resolve(Catalog catalog, Surroundings surroundings, Screen screen, Consumer<MachineConfig> begin)
            throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Optional<ResolvedMachine> resolved = Machines.resolve(
                catalog, surroundings, SourceFiles.read(surroundings, machine), instead(), diagnostics, begin);
        diagnostics.throwIfErrors();
        screen.report(diagnostics.list());
        return resolved.orElseThrow();
    }
}
