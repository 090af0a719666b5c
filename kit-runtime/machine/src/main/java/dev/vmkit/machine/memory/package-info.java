/**
 * Memory and address spaces. What enters: regions of RAM, ROM and device windows. What leaves: an
 * {@link dev.vmkit.machine.memory.AddressSpace} that engines load from and store to, and
 * {@link dev.vmkit.machine.memory.PageObserver}s that are told of writes. Read
 * {@link dev.vmkit.machine.memory.AddressSpace} first.
 */
@NullMarked
package dev.vmkit.machine.memory;

import org.jspecify.annotations.NullMarked;
