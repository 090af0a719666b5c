/**
 * Abstract jobs under a scheduler policy: the simplest host of a {@link dev.vmkit.layers.schedule.Dispatcher}. What enters: a
 * {@link dev.vmkit.layers.simulate.Workload} and a policy. What leaves: the {@link dev.vmkit.layers.simulate.History} of a
 * run, and {@link dev.vmkit.layers.simulate.Metrics} of it, in whole units of virtual time. Read
 * {@link dev.vmkit.layers.simulate.Simulator} first.
 */
@NullMarked
package dev.vmkit.layers.simulate;

import org.jspecify.annotations.NullMarked;
