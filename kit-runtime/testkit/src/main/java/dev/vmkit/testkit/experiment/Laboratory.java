package dev.vmkit.testkit.experiment;

import dev.vmkit.assembly.experiment.Experiment;
import dev.vmkit.assembly.experiment.ExperimentProblem;
import dev.vmkit.assembly.experiment.Iterations;
import dev.vmkit.assembly.experiment.Trial;
import dev.vmkit.assembly.experiment.Way;
import dev.vmkit.assembly.experiment.Word;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.board.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs all trials of an experiment, and every guest bare. */
public final class Laboratory {
    private final Experiment experiment;
    private final List<List<Trial>> groups;
    private final Bench bench;
    private final Watcher watcher;
    private int begun;

    /** Learns how far it is. */
    @FunctionalInterface
    public interface Watcher {
        /** A run begins, number {@code number} of {@code all}. */
        void begins(int number, int all, String guests, String way);
    }

    @FunctionalInterface
    private interface Run {
        List<Observation> with(List<Word> words) throws IOException;
    }

    /** A laboratory for an experiment and its trials. */
    public Laboratory(Experiment experiment, List<Trial> trials, Consoles.Opening consoles, Watcher watcher) {
        this.experiment = experiment;
        this.bench = new Bench(consoles);
        this.watcher = watcher;
        Map<List<String>, List<Trial>> byGuests = new LinkedHashMap<>();
        trials.forEach(trial ->
                byGuests.computeIfAbsent(names(trial), _ -> new ArrayList<>()).add(trial));
        this.groups = List.copyOf(byGuests.values());
    }

    private static List<String> names(Trial trial) {
        return trial.host().guests().stream().map(ResolvedGuest::name).toList();
    }

    /** What the guests of a trial are called together. */
    private static String title(Trial trial) {
        List<String> names = names(trial);
        return names.size() == 1 ? names.getFirst() : trial.host().name();
    }

    /** Counts. Equal experiments have equal results, unless the host's time ends a run. */
    public Results count() throws IOException {
        begun = 0;
        int all = groups.stream().mapToInt(group -> group.size() + 1).sum();
        List<Row> rows = new ArrayList<>();
        for (List<Trial> group : groups) {
            Trial first = group.getFirst();
            watcher.begins(++begun, all, title(first), Way.BARE);
            List<Row> found =
                    new ArrayList<>(rows(Way.BARE, Optional.empty(), count(first, words -> bench.bare(first, words))));
            for (Trial trial : group) {
                String way = trial.way().name().value();
                watcher.begins(++begun, all, title(trial), way);
                found.addAll(rows(
                        way,
                        Optional.of(trial.host().technique()),
                        count(trial, words -> bench.monitored(trial, words))));
            }
            found.sort(Comparator.comparingInt(row -> names(first).indexOf(row.guest())));
            rows.addAll(found);
        }
        return new Results(experiment, rows);
    }

    private static List<Row> rows(String way, Optional<String> technique, List<Observation> observed) {
        return observed.stream()
                .map(one -> new Row(one.guest(), way, technique, one.counts(), one.outcome(), one.missing()))
                .toList();
    }

    private List<Observation> count(Trial trial, Run run) throws IOException {
        if (experiment.iterations().isEmpty()) {
            return run.with(trial.words());
        }
        Iterations iterations = experiment.iterations().get();
        List<Observation> few = run.with(words(trial, iterations.few()));
        List<Observation> many = run.with(words(trial, iterations.many()));
        for (int i = 0; i < many.size(); i++) {
            requireMore(few.get(i), many.get(i), iterations);
        }
        return IntStream.range(0, many.size())
                .mapToObj(i -> many.get(i).since(few.get(i), iterations.many() - iterations.few()))
                .toList();
    }

    /** Counts of repetitions that are none would all be zeros. */
    private static void requireMore(Observation few, Observation many, Iterations iterations) {
        boolean cutOff =
                many.outcome() instanceof Outcome.BudgetReached || many.outcome() instanceof Outcome.TimeReached;
        if (!cutOff && few.counts().instructions() == many.counts().instructions()) {
            throw MistakeException.of(
                    ExperimentProblem.PLACE,
                    iterations.place().span(),
                    "guest '" + few.guest() + "' does as much with " + iterations.many() + " in this word as with "
                            + iterations.few() + ": it does not read it",
                    "");
        }
    }

    private List<Word> words(Trial trial, int times) {
        return Stream.concat(
                        trial.words().stream(), experiment.iterations().stream().map(it -> it.word(times)))
                .toList();
    }

    /** Times every way beside the bare run, in turn; a first turn, in which the engine warms up, does not count. */
    public List<Overhead> time(int turns) throws IOException {
        begun = 0;
        int all = groups.stream().mapToInt(group -> group.size() + 1).sum() * (turns + 1);
        List<Overhead> overheads = new ArrayList<>();
        for (List<Trial> group : groups) {
            List<long[]> taken = new ArrayList<>();
            for (int turn = 0; turn <= turns; turn++) {
                long[] nanos = turn(group, all);
                if (turn > 0) {
                    taken.add(nanos);
                }
            }
            for (int i = 0; i < group.size(); i++) {
                Trial trial = group.get(i);
                overheads.add(Overhead.of(title(trial), trial.way().name().value(), taken, i + 1));
            }
        }
        return overheads;
    }

    /** The times of one run each: bare, and in the ways of a group. */
    private long[] turn(List<Trial> group, int all) throws IOException {
        Trial first = group.getFirst();
        long[] nanos = new long[group.size() + 1];
        watcher.begins(++begun, all, title(first), Way.BARE);
        nanos[0] = bench.bare(first, timed(first)).stream()
                .mapToLong(Observation::nanos)
                .sum();
        for (int i = 0; i < group.size(); i++) {
            Trial trial = group.get(i);
            watcher.begins(++begun, all, title(trial), trial.way().name().value());
            nanos[i + 1] = bench.monitored(trial, timed(trial)).getFirst().nanos();
        }
        return nanos;
    }

    /** The longer run's, and those by which it is longer still. */
    private List<Word> timed(Trial trial) {
        int times = experiment.iterations().map(Iterations::many).orElse(0);
        return Stream.concat(words(trial, times).stream(), experiment.timed().stream())
                .toList();
    }
}
