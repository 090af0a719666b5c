package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

    /** How much of the usual work is done. */
    public enum Size {
        /** A thousandth: whether everything works, not how fast. */
        SHORT,
        /** About 5 s on QEMU. */
        USUAL,
        /** Five times as much. */
        LONG;

        long rounds(Kernel kernel) {
            return switch (this) {
                case SHORT -> Math.max(1, kernel.rounds() / 1000);
                case USUAL -> kernel.rounds();
                case LONG -> kernel.rounds() * 5;
            };
        }
    }

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

    private KernelReport run(Kernel kernel) throws IOException {
        Board.Prepared prepared = prepare(kernel);
        Stopwatch stopwatch = new Stopwatch(starts, folder);
        List<Contender> contenders = contenders(kernel);
        List<List<Measurement>> times = Stream.generate(() -> (List<Measurement>) new ArrayList<Measurement>())
                .limit(contenders.size())
                .toList();
        for (int turn = 0; turn < runs; turn++) {
            for (int i : order(contenders.size(), turn)) {
                times.get(i).add(stopwatch.time(kernel, contenders.get(i), prepared));
            }
            agree(kernel, contenders, times);
            progress.accept(told(kernel, turn, contenders, times));
        }
        return report(kernel, contenders, times);
    }

    /** Who was first is last the next time. */
    private static List<Integer> order(int count, int turn) {
        List<Integer> order =
                new ArrayList<>(Stream.iterate(0, i -> i + 1).limit(count).toList());
        if (turn % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    /** The engines, and what they are compared with at the end. */
    private List<Contender> contenders(Kernel kernel) {
        List<Contender> contenders = new ArrayList<>();
        boolean qemu = kernel.group().onQemu() && starts.qemu().isPresent();
        engines.stream()
                .filter(engine -> qemu || !isReference(engine))
                .forEach(engine -> contenders.add(new Contender.Engine(engine)));
        if (qemu) {
            contenders.add(new Contender.Qemu());
        } else if (!kernel.group().onQemu() || engines.contains(INTERPRETER)) {
            contenders.add(new Contender.Engine(INTERPRETER));
        }
        return contenders;
    }

    private static boolean isReference(String engine) {
        return engine.equals(INTERPRETER);
    }

    private void agree(Kernel kernel, List<Contender> contenders, List<List<Measurement>> times)
            throws BenchmarkFailure {
        TreeSet<String> results = new TreeSet<>();
        times.forEach(list -> list.forEach(time -> results.add(time.checksum())));
        if (results.size() > 1) {
            StringBuilder told = new StringBuilder(kernel.name() + ": the results differ");
            for (int i = 0; i < contenders.size(); i++) {
                told.append("; ")
                        .append(contenders.get(i).name())
                        .append(" ")
                        .append(times.get(i).getLast().checksum());
            }
            throw new BenchmarkFailure(told.toString());
        }
    }

    private String told(Kernel kernel, int turn, List<Contender> contenders, List<List<Measurement>> times) {
        StringBuilder told = new StringBuilder("%s %d/%d:".formatted(kernel.name(), turn + 1, runs));
        for (int i = 0; i < contenders.size(); i++) {
            told.append(i == 0 ? " " : ", ")
                    .append("%s %.2f s"
                            .formatted(
                                    contenders.get(i).name(),
                                    times.get(i).getLast().seconds()));
        }
        return told.toString();
    }

    private KernelReport report(Kernel kernel, List<Contender> contenders, List<List<Measurement>> times) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            series.add(new Series(contenders.get(i), times.get(i)));
        }
        Optional<Series> reference = series.size() > 1 ? Optional.of(series.removeLast()) : Optional.empty();
        return new KernelReport(kernel, size.rounds(kernel), series, reference);
    }
}
