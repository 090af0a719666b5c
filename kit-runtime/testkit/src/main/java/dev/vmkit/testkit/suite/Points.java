package dev.vmkit.testkit.suite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** Points, exact to the hundredth. */
public record Points(long hundredths) implements Comparable<Points> {
    public static final Points ZERO = new Points(0);

    private static final int DIGITS = 2;
    private static final long HUNDRED = 100;

    /** Whole points. */
    public static Points of(long whole) {
        return new Points(whole * HUNDRED);
    }

    /** All together. */
    public static Points sum(Stream<Points> all) {
        return new Points(all.mapToLong(Points::hundredths).sum());
    }

    /** A share of them, within [0, 1], rounded to the nearest hundredth, halves up. */
    public Points times(double share) {
        return new Points(BigDecimal.valueOf(hundredths)
                .multiply(BigDecimal.valueOf(share))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** As a number for reports. */
    public double value() {
        return toDecimal().doubleValue();
    }

    private BigDecimal toDecimal() {
        return BigDecimal.valueOf(hundredths, DIGITS).stripTrailingZeros();
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /** {@code 2} or {@code 2.5}. */
    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
