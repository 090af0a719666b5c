package dev.vmkit.tools.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How many times as long one contender took as another.
 *
 * @param ofMedians the ratio of their median times
 * @param lowest, highest the extremes among the ratios of runs that took turns
 */
record Ratio(double ofMedians, double lowest, double highest) {

    static Ratio of(Series series, Series reference, ToDoubleFunction<Measurement> seconds) {
        double[] pairs = IntStream.range(0, series.runs().size())
                .mapToDouble(i -> seconds.applyAsDouble(series.runs().get(i))
                        / seconds.applyAsDouble(reference.runs().get(i)))
                .sorted()
                .toArray();
        return new Ratio(series.median(seconds) / reference.median(seconds), pairs[0], pairs[pairs.length - 1]);
    }

    /** The geometric mean, that of medians. */
    static double mean(List<Ratio> ratios) {
        return Math.exp(ratios.stream()
                .mapToDouble(ratio -> Math.log(ratio.ofMedians()))
                .average()
                .orElse(0));
    }
}
