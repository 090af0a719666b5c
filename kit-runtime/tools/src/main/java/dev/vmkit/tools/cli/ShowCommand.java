package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.ResolvedBoot;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.assemble.ResolvedPrinter;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.ConfigPrinter;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.devicetree.BlobWriter;
import dev.vmkit.layers.devicetree.DeviceTree;
import dev.vmkit.layers.devicetree.SourcePrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit show}: a machine without running it. */
@Command(name = "show", description = "Show a machine: as a diagram, a stage of its making, or code of it translated.")
final class ShowCommand extends KitCommand {
    private static final int WIDTH = 120;
    private static final int LEAST_WIDTH = 40;

    /** From the file to the machine. */
    enum Stage {
        config,
        resolved,
        ir,
        diagram
    }

    @Mixin
    private final MachineChoice choice = new MachineChoice();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description =
                    "One of ${COMPLETION-CANDIDATES}: the file as understood, the machine with every name resolved, "
                            + "the meaning of every instruction, or the diagram (the default).")
    private Stage stage = Stage.diagram;

    @Option(names = "--dts", description = "Print the device tree that firmware and an operating system get.")
    private boolean dts;

    @Option(
            names = "--dtb",
            paramLabel = "FILE",
            description = "Write that tree, flattened to bytes, to a file; '-' is the standard output.")
    private Optional<String> dtb = Optional.empty();

    @Option(
            names = "--block",
            paramLabel = "ADDRESS",
            description = "Print what the translator makes of the code at an address or a label of the program: its "
                    + "assembly, its meaning, and the JVM code, side by side.")
    private Optional<String> block = Optional.empty();

    @Option(names = "--json", description = "Print that as JSON.")
    private boolean json;

    @Option(
            names = "--width",
            paramLabel = "N",
            description =
                    "For lines of so many characters; below 100, one thing below the other. Default: COLUMNS, or 120.")
    private Optional<Integer> width = Optional.empty();

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        try (Catalog catalog = choice.open(surroundings)) {
            if (stage == Stage.config) {
                screen().print(ConfigPrinter.print(config()));
                return ExitCode.SUCCESS;
            }
            ResolvedMachine resolved = choice.resolve(catalog, surroundings, screen());
            if (block.isPresent()) {
                showBlock(resolved, block.get());
                return ExitCode.SUCCESS;
            }
            if (dts || dtb.isPresent()) {
                showTree(tree(resolved));
                return ExitCode.SUCCESS;
            }
            screen().print(
                            switch (stage) {
                                case ir -> Meaning.of(resolved.isa());
                                case resolved -> ResolvedPrinter.print(resolved);
                                default -> new Diagram(resolved).text();
                            });
        }
        return ExitCode.SUCCESS;
    }

    private void showBlock(ResolvedMachine resolved, String address) throws IOException {
        try {
            RegionPage page = new BlockChoice(address).page(resolved, kit().surroundings(), columns());
            screen().print(json ? page.json().pretty() : page.text());
        } catch (BlockChoice.Unknown nothing) {
            throw wrongUsage(String.valueOf(nothing.getMessage()));
        }
    }

    private int columns() {
        return Math.max(LEAST_WIDTH, width.orElseGet(this::terminalWidth));
    }

    private int terminalWidth() {
        String columns = kit().surroundings().environment().getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : WIDTH;
    }

    private DeviceTree tree(ResolvedMachine machine) {
        return machine.boot()
                .map(ResolvedBoot::tree)
                .orElseThrow(() -> wrongUsage("machines of instruction set '"
                        + machine.isa().name() + "' have no device tree: its definition has no 'boot:'"));
    }

    private void showTree(DeviceTree tree) throws IOException {
        if (dts) {
            screen().print(SourcePrinter.print(tree));
        }
        if (dtb.isPresent() && dtb.get().equals("-")) {
            screen().bytes(BlobWriter.write(tree));
        } else if (dtb.isPresent()) {
            Files.write(kit().surroundings().path(dtb.get()), BlobWriter.write(tree));
        }
    }

    private MachineConfig config() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = SourceFiles.read(kit().surroundings(), choice.file());
        Optional<MachineConfig> config = Machines.read(kit().surroundings(), file, choice.instead(), diagnostics);
        diagnostics.throwIfErrors();
        return config.orElseThrow();
    }
}
