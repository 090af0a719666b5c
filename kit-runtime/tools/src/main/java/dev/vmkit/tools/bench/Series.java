package dev.vmkit.tools.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** All runs of one kernel by one contender, in the order in which they took turns. */
record Series(Contender contender, List<Measurement> runs) {
    Series {
        runs = List.copyOf(runs);
    }

    double median(ToDoubleFunction<Measurement> value) {
        return median(runs.stream().mapToDouble(value).toArray());
    }

    /** Million guest instructions a second, where they are counted. */
    OptionalDouble speed(ToDoubleFunction<Measurement> seconds) {
        OptionalLong count = instructions();
        return count.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(count.getAsLong() / Math.max(median(seconds), 1e-9) / 1e6);
    }

    OptionalLong instructions() {
        return runs.getFirst().instructions();
    }

    /** The most memory of any run. */
    OptionalLong peak() {
        return runs.stream()
                .map(Measurement::peak)
                .flatMapToLong(OptionalLong::stream)
                .max();
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
