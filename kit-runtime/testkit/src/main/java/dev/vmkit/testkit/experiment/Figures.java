package dev.vmkit.testkit.experiment;

import java.math.BigDecimal;
import java.util.Locale;

/** Counts as text. */
public final class Figures {
    private Figures() {}

    /** For people: whole where it is, else with two decimals. */
    public static String text(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    /** For programs: exactly, and without a point where it is whole. */
    public static BigDecimal number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return value == Math.rint(value) ? exact.setScale(0, java.math.RoundingMode.UNNECESSARY) : exact;
    }
}
