package dev.vmkit.machine.memory;

/** Why memory is accessed; the ordinals are the numbers that a definition's functions see. */
public enum Access {
    FETCH,
    LOAD,
    STORE,

    /** To manage a cache block: no data moves, and what fails, fails as a store. */
    MANAGE;

    /** As written in a definition: {@code fetch}, {@code load}, {@code store}. */
    public String word() {
        return (this == MANAGE ? STORE : this).name().toLowerCase(java.util.Locale.ROOT);
    }
}
