package dev.vmkit.machine.memory;

/** Addresses behind which a device sits. */
public non-sealed interface Window extends Region {
    /**
     * A read of {@code width} bits at {@code offset} address units from the start.
     *
     * @throws AccessFault if the device has nothing of that width there
     */
    long read(long offset, int width);

    /**
     * A write of {@code width} bits at {@code offset} address units from the start.
     *
     * @throws AccessFault if the device has nothing of that width there
     */
    void write(long offset, int width, long value);
}
