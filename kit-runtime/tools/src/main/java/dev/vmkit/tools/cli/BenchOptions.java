package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.Engines;
import dev.vmkit.tools.bench.Benchmark;
import dev.vmkit.tools.bench.Size;
import dev.vmkit.tools.bench.Starts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a benchmark is run, and who takes part. */
final class BenchOptions {
    private static final int MOST_RUNS = 1000;

    /** Whether QEMU takes part. */
    enum Rival {
        auto,
        qemu,
        none
    }

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each, 1 to 1000. Default: 5.")
    private int runs = 5;

    @Option(names = "--long", description = "Do five times as much: more than 20 s on QEMU, in place of about 5 s.")
    private boolean longer;

    @Option(names = "--short", description = "Do a thousandth: whether everything works, not how fast.")
    private boolean shorter;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            split = ",",
            description = "Engines to time, with commas between them. Default: the kit's choice.")
    private List<String> engines = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "RIVAL",
            description = "${COMPLETION-CANDIDATES}: whether QEMU is timed too. Default: auto, if it is installed.")
    private Rival against = Rival.auto;

    /** What was chosen, with files in a folder; refuses what is not there. */
    Benchmark benchmark(KitCommand command, Path folder) {
        if (runs < 1 || runs > MOST_RUNS) {
            throw command.wrongUsage("--runs: 1 to " + MOST_RUNS);
        }
        if (longer && shorter) {
            throw command.wrongUsage("--long and --short both say how much is done");
        }
        for (String engine : engines) {
            if (!Engines.names().contains(engine)) {
                throw command.wrongUsage(
                        "there is no engine '" + engine + "'; engines: " + String.join(", ", Engines.names()));
            }
        }
        Surroundings surroundings = command.kit().surroundings();
        return new Benchmark(
                new Starts(FreshProcess.kit(surroundings), qemu(command)),
                folder,
                runs,
                longer ? Size.LONG : shorter ? Size.SHORT : Size.USUAL,
                engines.isEmpty() ? List.of(Engines.DEFAULT) : engines,
                command.screen()::say);
    }

    private Optional<String> qemu(KitCommand command) {
        if (against == Rival.none) {
            return Optional.empty();
        }
        Optional<String> found = FreshProcess.onPath(command.kit().surroundings(), "qemu-system-riscv64");
        if (found.isEmpty() && against == Rival.qemu) {
            throw command.wrongUsage("qemu-system-riscv64 is not installed");
        }
        if (found.isEmpty()) {
            command.screen().say("qemu-system-riscv64 is not installed; only the kit's engines are timed");
        }
        return found;
    }
}
