package dev.vmkit.api;

/**
 * A device of one machine. It does not know where it sits in an address space: offsets count from its first register, in
 * address units. The kit makes sure that offset and width lie within the size its YAML declares.
 */
@Stable(Use.IMPLEMENT)
public interface Device extends Snapshotable {
    /**
     * A guest reads.
     *
     * @param offset address units from the start, at least 0
     * @param width bits: 8, 16, 32 or 64
     * @return the value; bits beyond {@code width} are ignored
     */
    long read(long offset, int width);

    /**
     * A guest writes.
     *
     * @param offset address units from the start, at least 0
     * @param width bits: 8, 16, 32 or 64
     * @param value zero-extended
     */
    void write(long offset, int width, long value);

    /** Goes back to the state after power-on. */
    void reset();
}
