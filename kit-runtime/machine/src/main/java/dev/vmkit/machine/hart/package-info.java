/**
 * One processor. What enters: a checked instruction set, address spaces, interrupt lines. What leaves:
 * {@link dev.vmkit.machine.hart.Stop}s. A hart never calls up. Read {@link dev.vmkit.machine.hart.Hart} first, then
 * {@link dev.vmkit.machine.hart.Engine}, the seam at which interpreter and translator are interchangeable.
 */
@NullMarked
package dev.vmkit.machine.hart;

import org.jspecify.annotations.NullMarked;
