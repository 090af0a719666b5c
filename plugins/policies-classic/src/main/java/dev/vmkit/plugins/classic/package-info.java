/**
 * Scheduler policies in the order of history. What enters: tasks and events. What leaves: decisions. Their parameters are
 * described in the resources. Read {@link dev.vmkit.plugins.classic.RoundRobin} first.
 */
@NullMarked
package dev.vmkit.plugins.classic;

import org.jspecify.annotations.NullMarked;
