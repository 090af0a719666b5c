package dev.vmkit.tools.bench;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A logarithmic scale of ratios.
 *
 * @param from, to its ends: powers of two below and above 1
 * @param left, right where they lie
 */
record Scale(double from, double to, int left, int right) {

    /** One on which all ratios and their spreads find place. */
    static Scale of(List<Ratio> ratios, int left, int right) {
        double least = ratios.stream().mapToDouble(Ratio::lowest).min().orElse(1);
        double most = ratios.stream().mapToDouble(Ratio::highest).max().orElse(1);
        return new Scale(
                Math.min(0.5, Math.pow(2, Math.floor(log(least)))),
                Math.max(2, Math.pow(2, Math.ceil(log(most)))),
                left,
                right);
    }

    double place(double ratio) {
        return left + (right - left) * (log(ratio) - log(from)) / (log(to) - log(from));
    }

    /** Its powers of two. */
    double[] marks() {
        return DoubleStream.iterate(from, mark -> mark <= to, mark -> mark * 2).toArray();
    }

    private static double log(double value) {
        return Math.log(value) / Math.log(2);
    }
}
