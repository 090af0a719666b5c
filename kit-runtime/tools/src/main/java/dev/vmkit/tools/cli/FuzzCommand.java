package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.Engines;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.testkit.differential.Fuzzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit fuzz}: random programs on two engines, which must do the same. */
@Command(
        name = "fuzz",
        description = "Run random programs on two engines, and compare all of their state again and again.",
        footer = {
            "",
            "Exit code: 0 if no difference was found, 1 if one was: then the shortest program that shows it is"
                    + " printed,",
            "and how to run it again."
        })
final class FuzzCommand extends KitCommand {
    private static final long SECONDS = 10;

    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long, shared by all. Default: 10, without --cases.")
    private Optional<Long> seconds = Optional.empty();

    @Option(names = "--cases", paramLabel = "N", description = "Programs for each instruction set, at most.")
    private Optional<Long> cases = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the first program; the next one has the next seed. Default: another one each time.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--engines",
            paramLabel = "A,B",
            split = ",",
            arity = "1",
            description = "The engine that is right, and the one that is tested. Default: ${DEFAULT-VALUE}.")
    private List<String> engines = List.of("interpret", "translate");

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Parameters(
            paramLabel = "ISA",
            arity = "0..*",
            description =
                    "Instruction sets: a part (lc3), a part with a variant (riscv:rv64imac), or a file. Default: all.")
    private List<String> isas = List.of();

    @Override
    int run() throws IOException {
        requireUsable();
        long first = seed.orElseGet(() -> System.nanoTime() & Integer.MAX_VALUE);
        Surroundings surroundings = kit().surroundings();
        try (Catalog catalog = parts.open(surroundings)) {
            List<FuzzRun> runs = new ArrayList<>();
            new FuzzTargets(catalog, surroundings)
                    .named(isas)
                    .forEach(target -> runs.add(new FuzzRun(
                            target.name(),
                            new Fuzzer(target, Engines.named(engines.getFirst()), Engines.named(engines.getLast())),
                            first)));
            run(runs);
            FuzzReport report = new FuzzReport(first, List.copyOf(engines), runs);
            screen().print(json ? report.json().pretty() : report.text(screen()));
            return runs.stream().allMatch(run -> run.finding().isEmpty()) ? ExitCode.SUCCESS : ExitCode.FAILURE;
        }
    }

    private void requireUsable() {
        for (String engine : engines) {
            if (!Engines.names().contains(engine)) {
                throw wrongUsage("there is no engine '" + engine + "'; engines: " + String.join(", ", Engines.names()));
            }
        }
        if (engines.size() != 2) {
            throw wrongUsage("--engines takes two engines, such as interpret,quick");
        }
        if (seconds.orElse(1L) < 1 || cases.orElse(1L) < 1) {
            throw wrongUsage("--seconds and --cases are at least 1");
        }
    }

    /** One program for each instruction set in turn, until time or programs are used up or all differ. */
    private void run(List<FuzzRun> runs) {
        long most = cases.orElse(Long.MAX_VALUE);
        long length = seconds.isPresent() || cases.isPresent() ? seconds.orElse(Long.MAX_VALUE) : SECONDS;
        long start = System.nanoTime();
        long end = length > Long.MAX_VALUE / TimeUnit.SECONDS.toNanos(1)
                ? Long.MAX_VALUE
                : TimeUnit.SECONDS.toNanos(length);
        boolean more = true;
        for (long round = 0; round < most && more; round++) {
            more = false;
            for (FuzzRun run : runs) {
                if (System.nanoTime() - start >= end) {
                    break;
                }
                progress(run, round);
                more |= run.next();
            }
        }
        progressEnds();
    }

    /** What is being run, on one line that changes; for people alone. */
    private void progress(FuzzRun run, long round) {
        if (kit().surroundings().terminal() && !json && round % 8 == 0) {
            screen().redraw("%s: %d programs, %d instructions"
                    .formatted(run.name(), run.fuzzer().cases(), run.fuzzer().instructions()));
        }
    }

    private void progressEnds() {
        if (kit().surroundings().terminal() && !json) {
            screen().redraw("");
        }
    }
}
