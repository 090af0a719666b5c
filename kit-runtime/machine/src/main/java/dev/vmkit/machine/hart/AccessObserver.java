package dev.vmkit.machine.hart;

import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;

/**
 * Is told where a hart's accesses lead, whenever its engine has to look that up: not of accesses to pages of memory that it
 * remembers. What is found out so changes nothing that the hart could see.
 */
public interface AccessObserver {
    /** A translation reads an entry of its tables, or whatever else it looks at, at a physical address. */
    default void walked(AddressSpace memory, long physical) {}

    /** An access leads to a physical address; {@link #walked} was told before what had to be read for that. */
    default void found(AddressSpace memory, Access access, long physical) {}

    /** An access leads nowhere, whatever was read to find that out. */
    default void lost() {}

    /** A device is accessed. */
    default void device(Access access) {}
}
