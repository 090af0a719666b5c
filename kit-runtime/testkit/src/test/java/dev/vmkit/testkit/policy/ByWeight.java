package dev.vmkit.testkit.policy;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;

/** The least time by weight runs, and newcomers start where the others are: right as long as nobody changes it. */
class ByWeight extends TaskPolicy<ByWeight.Weighed> {
    private static final long SLICE = 5;

    /** A task and the time it had by its weight. */
    static final class Weighed extends TaskPolicy.Task {
        private final TaskPolicy.VirtualTime time;

        Weighed(TaskInfo info, int weight) {
            super(info);
            time = new TaskPolicy.VirtualTime(weight);
        }

        long time() {
            return time.now();
        }

        @Override
        protected StateTree save() {
            return time.save();
        }

        @Override
        protected void load(StateTree state) {
            time.load(state);
        }
    }

    @Override
    public void start(PolicyContext context) {}

    int weight(TaskInfo info) {
        return info.weight();
    }

    long startOf(Weighed task) {
        return tasks().stream()
                .filter(other -> other != task && !blocked(other))
                .mapToLong(Weighed::time)
                .min()
                .orElse(0);
    }

    void charge(Weighed task, Charged event) {
        task.time.run(event.ran());
    }

    @Override
    protected Weighed task(TaskInfo info) {
        return new Weighed(info, weight(info));
    }

    @Override
    protected void happened(Weighed task, OfTask event) {
        if (event instanceof Charged charged) {
            charge(task, charged);
        } else if (event instanceof Arrived || event instanceof Woke) {
            task.time.atLeast(startOf(task));
        }
    }

    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).min(Comparator.comparingLong(Weighed::time)), SLICE);
    }

    static final class CatchUp extends ByWeight {
        @Override
        long startOf(Weighed task) {
            return 0;
        }
    }

    static final class Padded extends ByWeight {
        @Override
        int weight(TaskInfo info) {
            return info.weight() + 1;
        }
    }

    /** Who has the processor pays for all of a slice, used or not. */
    static final class BySlice extends ByWeight {
        @Override
        void charge(Weighed task, Charged event) {}

        @Override
        protected Decision decide(int cpu, long now) {
            Decision decision = super.decide(cpu, now);
            if (decision instanceof Decision.Run(int id, long slice)) {
                task(id).time.run(slice);
            }
            return decision;
        }
    }

    /** Xen's credit scheduler until 2009: who does not run when the clock ticks does not pay. */
    static final class ByTick extends ByWeight {
        private static final long TICK = 10;

        @Override
        long startOf(Weighed task) {
            return 0;
        }

        @Override
        void charge(Weighed task, Charged event) {
            long ticks = event.now() / TICK - (event.now() - event.ran()) / TICK;
            task.time.run(ticks * TICK);
        }

        @Override
        public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
            return task(candidate.id()).time() < task(running.id()).time();
        }
    }
}
