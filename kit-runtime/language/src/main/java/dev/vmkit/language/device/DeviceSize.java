package dev.vmkit.language.device;

import java.util.List;
import java.util.Map;

/**
 * How many address units a device covers: a number, times parameters ({@code 8 * stride}).
 *
 * @param units at least 0; 0 for a device that no address leads to
 * @param factors names of parameters
 */
public record DeviceSize(long units, List<String> factors) {
    /** The largest device, in address units. */
    public static final long MOST = 1L << 32;

    public DeviceSize {
        factors = List.copyOf(factors);
    }

    /**
     * The size for these values of parameters.
     *
     * @throws IllegalArgumentException if a factor is less than 1 or the size greater than {@link #MOST}
     */
    public long with(Map<String, Long> parameters) {
        long size = units;
        for (String factor : factors) {
            long value = parameters.getOrDefault(factor, 1L);
            if (value < 1 || value > MOST / Math.max(1, size)) {
                throw new IllegalArgumentException("the device would cover " + size + " * " + value + " addresses");
            }
            size *= value;
        }
        return size;
    }
}
