package dev.vmkit.machine.memory;

/** Why memory is accessed; the numbers 0, 1, 2 are those a definition's translate function sees. */
public enum Access {
    FETCH,
    LOAD,
    STORE;

    /** As written in a definition: {@code fetch}, {@code load}, {@code store}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
