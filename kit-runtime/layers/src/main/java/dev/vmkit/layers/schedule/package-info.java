/**
 * Who runs when, for any host: a simulator of jobs, a time-sharing monitor, a hypervisor. What enters: what happens to
 * tasks, and a {@link dev.vmkit.api.SchedulerPolicy}. What leaves: which task runs on which processor until when, exact
 * accounts of who ran, and the fault of a policy that decided what cannot be. Read
 * {@link dev.vmkit.layers.schedule.Dispatcher} first.
 */
@NullMarked
package dev.vmkit.layers.schedule;

import org.jspecify.annotations.NullMarked;
