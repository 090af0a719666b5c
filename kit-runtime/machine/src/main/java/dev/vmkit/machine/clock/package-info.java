/**
 * Virtual time. What enters: the count of executed instructions. What leaves: events, run at exact instruction counts, and
 * a time counter of a speed of its own. Read {@link dev.vmkit.machine.clock.VirtualClock} first; {@link
 * dev.vmkit.machine.clock.TickRate} converts between instructions, nanoseconds and that counter, {@link
 * dev.vmkit.machine.clock.PartClock} is what one hart or device sees of it.
 */
@NullMarked
package dev.vmkit.machine.clock;

import org.jspecify.annotations.NullMarked;
