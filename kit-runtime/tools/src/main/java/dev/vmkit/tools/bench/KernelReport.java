package dev.vmkit.tools.bench;

import java.util.List;
import java.util.Optional;

/**
 * How a kernel went.
 *
 * @param reference what the others are compared with, which is not among them
 */
record KernelReport(Kernel kernel, long rounds, List<Series> series, Optional<Series> reference) {
    KernelReport {
        series = List.copyOf(series);
    }

    /** The time that counts for this kernel. */
    double seconds(Measurement measurement) {
        return kernel.group().onQemu()
                ? measurement.seconds()
                : measurement.inside().orElse(measurement.seconds());
    }

    double seconds(Series one) {
        return one.median(this::seconds);
    }

    Optional<Ratio> ratio(Series one) {
        return reference.map(r -> Ratio.of(one, r, this::seconds));
    }
}
