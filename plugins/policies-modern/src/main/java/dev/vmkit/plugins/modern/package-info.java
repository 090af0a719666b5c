/**
 * Scheduler policies of operating systems and hypervisors of today. What enters: tasks and events. What leaves: decisions.
 * Their parameters are described in the resources. Read {@link dev.vmkit.plugins.modern.CompletelyFair} first.
 */
@NullMarked
package dev.vmkit.plugins.modern;

import org.jspecify.annotations.NullMarked;
