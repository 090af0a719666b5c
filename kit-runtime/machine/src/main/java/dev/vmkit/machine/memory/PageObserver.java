package dev.vmkit.machine.memory;

/**
 * Is told of writes to pages it watches, whoever writes: an instruction, a device, a loader. One mechanism for
 * self-modifying code, dirty logs, shadow tables and copy-on-write.
 */
@FunctionalInterface
public interface PageObserver {
    /** Something is about to be written to a watched page of {@code ram}; {@code page} counts from its start. */
    void written(Ram ram, int page);
}
