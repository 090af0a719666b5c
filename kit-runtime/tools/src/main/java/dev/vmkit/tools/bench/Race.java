package dev.vmkit.tools.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The runs of one kernel: in each turn every contender runs it once, and all must come to the same result. */
final class Race {
    private final Kernel kernel;
    private final Board.Prepared prepared;
    private final SequencedMap<Contender, List<Measurement>> times = new LinkedHashMap<>();
    private int turns;

    Race(Kernel kernel, List<Contender> contenders, Board.Prepared prepared) {
        this.kernel = kernel;
        this.prepared = prepared;
        contenders.forEach(contender -> times.put(contender, new ArrayList<>()));
    }

    /**
     * Who was first is last in the next turn.
     *
     * @return how it went, for people
     * @throws BenchmarkFailure if a run fails, or the results differ
     */
    String turn(Stopwatch stopwatch) throws IOException {
        Collection<Contender> order = turns++ % 2 == 0
                ? times.sequencedKeySet()
                : times.sequencedKeySet().reversed();
        for (Contender contender : order) {
            timesOf(contender).add(stopwatch.time(kernel, contender, prepared));
        }
        agree();
        return kernel.name() + ", run " + turns + ": "
                + each((contender, last) -> "%s %.2f s".formatted(contender.name(), last.seconds()));
    }

    private List<Measurement> timesOf(Contender contender) {
        return Objects.requireNonNull(times.get(contender));
    }

    private void agree() throws BenchmarkFailure {
        long results = times.values().stream()
                .flatMap(List::stream)
                .map(Measurement::checksum)
                .distinct()
                .count();
        if (results > 1) {
            throw new BenchmarkFailure(kernel.name() + ": the results differ: "
                    + each((contender, last) -> contender.name() + " '" + last.checksum() + "'"));
        }
    }

    /** The last run of each contender in words. */
    private String each(BiFunction<Contender, Measurement, String> words) {
        return times.sequencedEntrySet().stream()
                .map(e -> words.apply(e.getKey(), e.getValue().getLast()))
                .collect(Collectors.joining(", "));
    }

    /** What each contender took, in the order in which they were named. */
    List<Series> series() {
        return times.sequencedEntrySet().stream()
                .map(e -> new Series(e.getKey(), e.getValue()))
                .toList();
    }
}
