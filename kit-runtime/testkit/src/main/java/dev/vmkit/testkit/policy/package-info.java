/**
 * Laws every scheduler policy keeps. What enters: a {@link dev.vmkit.api.SchedulerPolicy}. What leaves: the laws it broke
 * and on which workload. Read {@link dev.vmkit.testkit.policy.PolicyLaws} first.
 */
@NullMarked
package dev.vmkit.testkit.policy;

import org.jspecify.annotations.NullMarked;
