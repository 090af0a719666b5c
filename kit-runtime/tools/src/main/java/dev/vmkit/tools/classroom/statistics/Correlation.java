package dev.vmkit.tools.classroom.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Pearson's correlation. */
final class Correlation {
    private Correlation() {}

    /** Of two rows of equal length, within [-1, 1]; empty if one of them does not vary. */
    static OptionalDouble of(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double together = 0;
        double ofX = 0;
        double ofY = 0;
        for (int i = 0; i < x.length; i++) {
            together += (x[i] - meanX) * (y[i] - meanY);
            ofX += (x[i] - meanX) * (x[i] - meanX);
            ofY += (y[i] - meanY) * (y[i] - meanY);
        }
        return ofX == 0 || ofY == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(together / Math.sqrt(ofX * ofY), -1, 1));
    }
}
