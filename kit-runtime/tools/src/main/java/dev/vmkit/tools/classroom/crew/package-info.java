/**
 * Those who grade a class. What enters: a list of submissions and somebody who grades one. What leaves: verdicts in the store,
 * one for each. Threads of this process, or of several processes on several hosts that share a queue, which is db-scheduler's
 * (docs/decisions/0032). Read {@link dev.vmkit.tools.classroom.crew.Worker} first.
 */
@NullMarked
package dev.vmkit.tools.classroom.crew;

import org.jspecify.annotations.NullMarked;
