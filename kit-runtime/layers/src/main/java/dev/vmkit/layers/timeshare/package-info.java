/**
 * Time-sharing: several programs on one machine, one in core at a time or a few. What enters: a hart and its memory, the
 * images of programs, and a policy. What leaves: what each program's user sees, and counts of turns and of words swapped.
 * Read {@link dev.vmkit.layers.timeshare.Monitor} first.
 */
@NullMarked
package dev.vmkit.layers.timeshare;

import org.jspecify.annotations.NullMarked;
