/**
 * Virtual time. What enters: the count of executed instructions. What leaves: {@link
 * dev.vmkit.machine.clock.VirtualClock}, which runs events at exact instruction counts.
 */
@NullMarked
package dev.vmkit.machine.clock;

import org.jspecify.annotations.NullMarked;
