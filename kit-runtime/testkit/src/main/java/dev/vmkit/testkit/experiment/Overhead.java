package dev.vmkit.testkit.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How long guests took under a monitor, beside bare runs on the same engine in the same process.
 *
 * @param nanos the median of the host's time
 * @param ratio the median of the ratios to the bare run of the same turn
 * @param lowest, highest the extremes of these ratios
 */
public record Overhead(String guests, String way, double nanos, double ratio, double lowest, double highest) {

    /**
     * One way's.
     *
     * @param turns the times of each turn; the first is the bare run's
     * @param index of the way in each
     */
    static Overhead of(String guests, String way, List<long[]> turns, int index) {
        double[] ratios = turns.stream()
                .mapToDouble(turn -> (double) turn[index] / Math.max(1, turn[0]))
                .sorted()
                .toArray();
        double[] nanos = turns.stream().mapToDouble(turn -> turn[index]).toArray();
        return new Overhead(guests, way, median(nanos), median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        return Arrays.stream(sorted, (sorted.length - 1) / 2, half + 1)
                .average()
                .orElseThrow();
    }
}
