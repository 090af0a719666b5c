package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs kernels, each by several contenders that take turns, as whole processes.
 *
 * @param folder where files are put
 * @param runs of each kernel by each contender, at least 1
 * @param size how much each kernel has to do
 * @param engines of the kit; not empty
 * @param progress takes a line after each turn
 */
public record Benchmark(
        Starts starts, Path folder, int runs, Size size, List<String> engines, Consumer<String> progress) {
    private static final String INTERPRETER = "interpret";

    public Benchmark {
        engines = List.copyOf(engines);
    }

    /** @throws BenchmarkFailure if a run fails, or two contenders do not come to the same result */
    public Report run(List<Kernel> kernels) throws IOException {
        List<KernelReport> reports = new ArrayList<>();
        for (Kernel kernel : kernels) {
            reports.add(run(kernel));
        }
        return new Report(Host.of(starts), runs, reports);
    }

    private KernelReport run(Kernel kernel) throws IOException {
        Stopwatch stopwatch = new Stopwatch(starts, folder);
        Race race = new Race(kernel, contenders(kernel), prepare(kernel));
        for (int turn = 0; turn < runs; turn++) {
            progress.accept(race.turn(stopwatch));
        }
        List<Series> series = new ArrayList<>(race.series());
        Optional<Series> reference = series.size() > 1 ? Optional.of(series.removeLast()) : Optional.empty();
        return new KernelReport(kernel, size.rounds(kernel), series, reference);
    }

    /** Prepares a kernel and says by which command lines it is run. */
    public List<String> commands(Kernel kernel) throws IOException {
        Board.Prepared prepared = prepare(kernel);
        return contenders(kernel).stream()
                .map(contender -> String.join(" ", starts.command(contender, prepared)))
                .toList();
    }

    private Board.Prepared prepare(Kernel kernel) throws IOException {
        Path files = Files.createDirectories(folder.resolve(kernel.name()));
        return kernel.board().prepare(files, size.rounds(kernel));
    }

    /** The last one is what the others are compared with: QEMU, else the interpreter, else the engine named last. */
    private List<Contender> contenders(Kernel kernel) {
        List<String> names = new ArrayList<>(engines);
        boolean qemu = kernel.group().onQemu() && starts.qemu().isPresent();
        if (!qemu && (names.remove(INTERPRETER) || !kernel.group().onQemu())) {
            names.add(INTERPRETER);
        }
        List<Contender> contenders = new ArrayList<>();
        names.forEach(name -> contenders.add(new Contender.Engine(name)));
        if (qemu) {
            contenders.add(new Contender.Qemu());
        }
        return contenders;
    }
}
