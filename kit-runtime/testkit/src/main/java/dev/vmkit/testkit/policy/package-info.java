/**
 * Laws of scheduler policies: those that all keep, and those that a policy promises. What enters: a
 * {@link dev.vmkit.api.SchedulerPolicy}. What leaves: the laws it broke, each with the smallest workload that shows it, and
 * two charts. Read {@link dev.vmkit.testkit.policy.PolicyLaws} first, then {@link dev.vmkit.testkit.policy.GeneralLaws} and
 * {@link dev.vmkit.testkit.policy.PromisedLaws}.
 */
@NullMarked
package dev.vmkit.testkit.policy;

import org.jspecify.annotations.NullMarked;
