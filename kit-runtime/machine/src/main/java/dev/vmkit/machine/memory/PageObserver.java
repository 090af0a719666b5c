package dev.vmkit.machine.memory;

/**
 * Is told of writes to watched pages or parts of them, whoever writes: an instruction, a device, a loader. One mechanism for
 * self-modifying code, dirty logs, shadow tables and copy-on-write.
 */
@FunctionalInterface
public interface PageObserver {
    /**
     * Something is about to be written. By then the lines it lies in are no longer watched: an observer that wants to hear
     * of the next write as well calls {@link Ram#watch} again. All observers of {@code ram} are told, whoever watched.
     *
     * @param offset the first byte to be written, from the start of {@code ram}
     * @param length bytes, at least 1
     */
    void written(Ram ram, int offset, int length);
}
