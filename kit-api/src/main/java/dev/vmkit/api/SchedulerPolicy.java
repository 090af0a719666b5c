package dev.vmkit.api;

import java.util.Map;
import java.util.TreeMap;
import org.pf4j.ExtensionPoint;

/**
 * Decides which task runs next. It sees tasks and events and nothing of what they stand for: abstract jobs, time-shared
 * programs, virtual processors and containers are all the same to it. It has no wall clock, no threads and no I/O.
 * {@link TaskPolicy} is a start that suits most.
 */
@Experimental(Use.IMPLEMENT)
public interface SchedulerPolicy extends ExtensionPoint, Snapshotable {
    /** Called once, before anything else. */
    void start(PolicyContext context);

    /** Something happened. Events come in the order of virtual time. */
    void on(SchedulerEvent event);

    /**
     * What the processor runs now; asked whenever it has nothing to run and something happened, or the time came until
     * which it idles. A policy that wants to be asked again at a certain time makes the slice end then: a slice is its
     * timer.
     *
     * @param cpu within [0, {@link PolicyContext#cpus})
     */
    Decision pick(int cpu, long now);

    /**
     * Whether a task that has just become able to run should take the place of the one that runs. Of several processors
     * where it should, it takes the one whose task all others would take the place of.
     */
    default boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return false;
    }

    /** A policy's answer. */
    sealed interface Decision {
        /** Run this task for at most {@code slice} units of virtual time, at least 1. */
        record Run(int task, long slice) implements Decision {}

        /**
         * Run these tasks by their processors, all from now on and for the same slice; one of them is the processor that
         * was asked for. What runs on the others has to make room.
         */
        record RunGang(Map<Integer, Integer> tasks, long slice) implements Decision {
            public RunGang {
                tasks = java.util.Collections.unmodifiableMap(new TreeMap<>(tasks));
            }
        }

        /**
         * Run nothing until then, unless something happens before. A policy that idles although a task can run has to say
         * until when.
         *
         * @param until later than now; {@link Long#MAX_VALUE} if there is nothing to run
         */
        record Idle(long until) implements Decision {
            /** Nothing to run. */
            public Idle() {
                this(Long.MAX_VALUE);
            }
        }
    }
}
