package dev.vmkit.language.isa;

/** Bits {@code high} down to {@code low}, both inclusive, within [0, 63]. */
public record BitRange(int high, int low) {
    public BitRange {
        if (low < 0 || high < low || high > 63) {
            throw new IllegalArgumentException("no bit range " + high + ":" + low);
        }
    }

    public int width() {
        return high - low + 1;
    }
}
