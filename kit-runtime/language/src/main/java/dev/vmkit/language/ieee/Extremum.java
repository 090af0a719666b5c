package dev.vmkit.language.ieee;

/** Minimum and maximum (IEEE 754-2019, section 9.6; IEEE 754-2008, section 5.3.1); -0 is less than +0. */
record Extremum(Format format, FloatRules.MinMax flavour, NaNs nans) {
    Extremum(Format format, FloatRules rules) {
        this(format, rules.minMax(), new NaNs(format, rules));
    }

    long minimum(long a, long b, StatusFlags flags) {
        return isNaN(a, b) ? withNaN(a, b, flags) : isBelow(a, b) ? a : b;
    }

    long maximum(long a, long b, StatusFlags flags) {
        return isNaN(a, b) ? withNaN(a, b, flags) : isBelow(a, b) ? b : a;
    }

    private boolean isNaN(long a, long b) {
        return format.isNaN(a) || format.isNaN(b);
    }

    private long withNaN(long a, long b, StatusFlags flags) {
        long nan = nans.of(a, b, flags);
        boolean both = format.isNaN(a) && format.isNaN(b);
        boolean preferred = switch (flavour) {
            case NUMBER -> both;
            case NUMBER_2008 -> both || format.isSignaling(a) || format.isSignaling(b);
            case NAN -> true;
        };
        return preferred ? nan : format.isNaN(a) ? b : a;
    }

    private boolean isBelow(long a, long b) {
        boolean negative = format.isNegative(a);
        if (negative != format.isNegative(b)) {
            return negative;
        }
        return negative ? format.magnitude(a) > format.magnitude(b) : format.magnitude(a) < format.magnitude(b);
    }
}
