package dev.vmkit.machine.board;

/** Where the bytes go that a machine shows. */
@FunctionalInterface
public interface HostOutput {
    /** Shows a byte, within [0, 255]; may be kept until {@link #flush}. */
    void write(int value);

    /** Shows all that was kept; called before the machine waits for input and when a run ends. */
    default void flush() {}
}
