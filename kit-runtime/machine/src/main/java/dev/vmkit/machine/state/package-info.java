/**
 * State written down. What enters: harts, memories, devices and the clock, each a
 * {@link dev.vmkit.api.Snapshotable}. What leaves: one {@link dev.vmkit.api.StateTree} of a whole machine, its bytes, its
 * hash, and the differences between two. Read {@link dev.vmkit.machine.state.CompositeState} first, then
 * {@link dev.vmkit.machine.state.StateCodec}.
 *
 * <p>There is no cheap fork: memory lies in plain arrays for the sake of speed, so a fork is a save and a load.
 */
@NullMarked
package dev.vmkit.machine.state;

import org.jspecify.annotations.NullMarked;
