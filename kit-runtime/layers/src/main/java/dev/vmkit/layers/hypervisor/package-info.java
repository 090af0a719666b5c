/**
 * Machines on machines. What enters: a guest's hart and an engine to run it on. What leaves: an engine for that hart, by one
 * of several techniques, and the exits it took. Read {@link dev.vmkit.layers.hypervisor.DirectExecution} first: a guest's
 * instructions run on a {@linkplain dev.vmkit.layers.hypervisor.LowerHart hart below}, and the guest's own hart does those
 * that cannot.
 */
@NullMarked
package dev.vmkit.layers.hypervisor;

import org.jspecify.annotations.NullMarked;
