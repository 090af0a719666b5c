/**
 * One processor. What enters: a checked instruction set, address spaces, interrupt lines, the clock. What leaves:
 * {@link dev.vmkit.machine.hart.Stop}s. A hart never calls up. Read {@link dev.vmkit.machine.hart.Hart} first, then
 * {@link dev.vmkit.machine.hart.Engine}, the seam at which interpreter and translator are interchangeable. Some registers
 * have a part outside of instructions: {@link dev.vmkit.machine.hart.Lines} are shown in one, a {@link
 * dev.vmkit.machine.hart.HartTimer} watches one against the time, a {@link dev.vmkit.machine.hart.Reservation} clears one
 * when somebody writes to memory.
 */
@NullMarked
package dev.vmkit.machine.hart;

import org.jspecify.annotations.NullMarked;
