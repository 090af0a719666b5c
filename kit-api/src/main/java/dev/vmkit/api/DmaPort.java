package dev.vmkit.api;

/** Access to memory for a device, limited to the ranges the machine file grants. */
@Stable(Use.CALL)
public interface DmaPort {
    /**
     * Copies {@code length} bytes from memory.
     *
     * @return false if any of the range was not granted or is not memory; then nothing is copied
     */
    boolean read(long address, byte[] target, int from, int length);

    /**
     * Copies {@code length} bytes to memory.
     *
     * @return false if any of the range was not granted or cannot be written; then nothing is copied
     */
    boolean write(long address, byte[] source, int from, int length);
}
