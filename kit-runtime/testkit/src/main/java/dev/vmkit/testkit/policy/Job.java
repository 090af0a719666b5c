package dev.vmkit.testkit.policy;

import dev.vmkit.api.TaskInfo;

/**
 * An abstract job: it arrives, computes, and every {@code burst} units waits for {@code pause} units.
 *
 * @param arrives when, in virtual time
 * @param task what the policy is told; its length is the computing time in all
 * @param burst how long it computes between two waits, at least 1
 * @param pause how long it waits, 0 for never
 */
public record Job(long arrives, TaskInfo task, long burst, long pause) {}
