package dev.vmkit.testkit.policy;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Policies that are wrong, each in one way: what students hand in. */
final class Mutants {
    private static final long SLICE = 5;

    private Mutants() {}

    /**
     * A wrong policy.
     *
     * @param promise the law it promises to keep, or nothing
     * @param caught a part of what is said of it
     */
    record Mutant(String what, Supplier<SchedulerPolicy> policy, String promise, String caught) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("idles for ever", Idler::new, "", "idles without a time to wake"),
                new Mutant("idles a little now and then", Sleepy::new, "work-conserving", "a processor idles for"),
                new Mutant("picks a task that is not there", Dreamer::new, "", "which does not exist"),
                new Mutant("gives an empty slice", Stingy::new, "", "a slice is at least 1"),
                new Mutant("loses who wakes", Deaf::new, "", "can run"),
                new Mutant("throws when a task yields", Thrower::new, "", "it threw"),
                new Mutant(
                        "decides by a counter that outlives the run",
                        Counting::new,
                        "",
                        "two runs of one workload differ"),
                new Mutant("prefers small numbers", ByNumber::new, "", "with other numbers"),
                new Mutant("prefers some times of the day", ByClock::new, "", "later it decides otherwise"),
                new Mutant("saves nothing", Forgetful::new, "", "after loading its saved state"),
                new Mutant("saves its turn off by one", Muddled::new, "", "decides otherwise"),
                new Mutant("refuses its own state", Stubborn::new, "", "refuses a state that it saved itself"),
                new Mutant("lets the highest priority run alone", NoAging::new, "nobody-starves", "starves"),
                new Mutant("takes turns whatever the weights", Equal::new, "fair-by-weight", "away from its share"),
                new Mutant("lets newcomers catch up", ByWeight.CatchUp::new, "fair-by-weight", "away from its share"),
                new Mutant("adds one to every weight", ByWeight.Padded::new, "weights-are-relative", "twice as large"),
                new Mutant("draws lots without weights", PlainLots::new, "fair-by-luck", "draws of"),
                new Mutant(
                        "charges whole ticks alone",
                        ByWeight.ByTick::new,
                        "nobody-gains-by-dodging",
                        "the dodger runs for"),
                new Mutant(
                        "charges whole slices",
                        ByWeight.BySlice::new,
                        "nobody-loses-by-yielding",
                        "the yielder runs for"),
                new Mutant("knows no budget", NoBudget::new, "keeps-deadlines", "misses"),
                new Mutant("knows no caps", Equal::new, "keeps-caps", "its cap allows"),
                new Mutant(
                        "lets each of a gang run when it can",
                        Equal::new,
                        "gangs-run-together",
                        "others of its gang run"),
                new Mutant("shares among tasks alone", ByWeight::new, "groups-share", "group"));
    }

    /** Takes turns, and is right: what most mutants change in one place. */
    static class Equal extends TaskPolicy<TaskPolicy.Task> {
        @Override
        public void start(PolicyContext context) {}

        @Override
        protected Task task(TaskInfo info) {
            return new Task(info);
        }

        @Override
        protected Decision decide(int cpu, long now) {
            return run(waiting(cpu).findFirst(), SLICE);
        }
    }

    private static final class Idler extends Equal {
        @Override
        protected Decision decide(int cpu, long now) {
            return new Decision.Idle();
        }
    }

    private static final class Sleepy extends Equal {
        private boolean slept;

        @Override
        protected Decision decide(int cpu, long now) {
            slept = !slept;
            return slept ? new Decision.Idle(now + 1) : super.decide(cpu, now);
        }

        @Override
        protected StateTree saveRest() {
            return StateTree.EMPTY.with("slept", slept ? 1 : 0);
        }

        @Override
        protected void loadRest(StateTree state) {
            slept = state.flag("slept");
        }
    }

    private static final class Dreamer extends Equal {
        @Override
        protected Decision decide(int cpu, long now) {
            return new Decision.Run(77, SLICE);
        }
    }

    private static final class Stingy extends Equal {
        @Override
        protected Decision decide(int cpu, long now) {
            return run(waiting(cpu).findFirst(), 0);
        }
    }

    private static final class Counting extends Equal {
        private static final AtomicInteger COUNT = new AtomicInteger();

        @Override
        protected Decision decide(int cpu, long now) {
            return run(waiting(cpu).findFirst(), 1 + COUNT.incrementAndGet() % 3);
        }
    }

    private static final class ByNumber extends Equal {
        @Override
        protected Decision decide(int cpu, long now) {
            return run(waiting(cpu).min(Comparator.comparingInt(Task::id)), SLICE);
        }
    }

    private static final class ByClock extends Equal {
        @Override
        protected Decision decide(int cpu, long now) {
            return run(waiting(cpu).findFirst(), 1 + now % 7);
        }
    }

    private static final class NoAging extends Equal {
        @Override
        protected Decision decide(int cpu, long now) {
            return run(waiting(cpu).max(Comparator.comparingInt(t -> t.info().priority())), SLICE);
        }
    }

    private static final class PlainLots extends Equal {
        private RandomGenerator random = RandomGenerator.getDefault();

        @Override
        public void start(PolicyContext context) {
            random = context.random();
        }

        @Override
        protected Decision decide(int cpu, long now) {
            List<Task> all = waiting(cpu).toList();
            return all.isEmpty()
                    ? new Decision.Idle()
                    : new Decision.Run(
                            all.get(Math.floorMod(random.nextLong(), all.size()))
                                    .id(),
                            SLICE);
        }
    }

    private static final class NoBudget extends Equal {
        @Override
        protected Decision decide(int cpu, long now) {
            return run(
                    waiting(cpu)
                            .min(Comparator.comparingLong(t -> t.info()
                                    .reservation()
                                    .map(TaskInfo.Reservation::period)
                                    .orElse(Long.MAX_VALUE))),
                    SLICE);
        }

        @Override
        public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
            return candidate.reservation().isPresent() && running.reservation().isEmpty();
        }
    }

    private static final class Deaf extends Equal {
        private final Set<Integer> lost = new HashSet<>();

        @Override
        protected Decision decide(int cpu, long now) {
            return run(waiting(cpu).filter(task -> !lost.contains(task.id())).findFirst(), SLICE);
        }

        @Override
        protected void happened(Task task, OfTask event) {
            if (event instanceof Woke) {
                lost.add(task.id());
            }
        }
    }

    private static final class Thrower extends Equal {
        @Override
        protected void happened(Task task, OfTask event) {
            if (event instanceof SchedulerEvent.Yielded) {
                throw new UnsupportedOperationException("nobody yields");
            }
        }
    }

    private static class Forgetful extends Equal {
        int turn;

        @Override
        protected Decision decide(int cpu, long now) {
            turn++;
            return run(waiting(cpu).findFirst(), 1 + turn % 4);
        }
    }

    private static final class Muddled extends Forgetful {
        @Override
        protected StateTree saveRest() {
            return StateTree.EMPTY.with("turn", turn + 1);
        }

        @Override
        protected void loadRest(StateTree state) {
            turn = (int) state.number("turn");
        }
    }

    private static final class Stubborn extends Equal {
        @Override
        protected void loadRest(StateTree state) {
            throw new IllegalArgumentException("this is no state of mine");
        }
    }
}
