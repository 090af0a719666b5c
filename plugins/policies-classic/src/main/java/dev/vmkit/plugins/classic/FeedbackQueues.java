package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Blocked;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.SliceEnded;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A multi-level feedback queue: tasks start at the top, sink a level when they have used their allotment there, however
 * they split it up, and all rise to the top again from time to time (Corbato 1962; the rules are those of Operating
 * Systems: Three Easy Pieces, chapter 8).
 */
public final class FeedbackQueues extends TaskPolicy<FeedbackQueues.Leveled> {
    private static final long NEVER = Long.MAX_VALUE;

    private List<Long> quanta = List.of();
    private long allotment;
    private long boost;
    private boolean forgiving;
    private long nextBoost = NEVER;

    /** A task, its level (0 is the top) and what it has used there. */
    static final class Leveled extends TaskPolicy.Task {
        private int level;
        private long used;

        Leveled(TaskInfo info) {
            super(info);
        }

        int level() {
            return level;
        }

        private void moveTo(int other) {
            level = other;
            used = 0;
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY.with("level", level).with("used", used);
        }

        @Override
        protected void load(StateTree state) {
            level = (int) state.number("level", 0, 63);
            used = state.number("used", 0, Long.MAX_VALUE);
        }
    }

    @Override
    public void start(PolicyContext context) {
        long first = context.parameters().number("quantum");
        long factor = context.parameters().number("growth");
        int levels = (int) context.parameters().number("levels");
        quanta = IntStream.range(0, levels)
                .mapToObj(level -> first * (long) Math.pow(factor, level))
                .toList();
        allotment = context.parameters().number("allotment");
        boost = context.parameters().number("boost");
        forgiving = context.parameters().flag("forgiving");
    }

    @Override
    protected Leveled task(TaskInfo info) {
        return new Leveled(info);
    }

    @Override
    protected void happened(Leveled task, OfTask event) {
        switch (event) {
            case Arrived e -> {
                nextBoost = nextBoost == NEVER && boost > 0 ? e.now() + boost : nextBoost;
                boostIfDue(e.now());
            }
            case Woke e -> boostIfDue(e.now());
            case Charged e -> use(task, e.ran());
            case SliceEnded _ when task.used % quantum(task) > 0 -> putFirst(task); // it had to make room
            case Blocked _ when forgiving -> task.used = 0;
            default -> {}
        }
    }

    private void use(Leveled task, long ran) {
        task.used += ran;
        if (task.used >= quantum(task) * allotment) {
            task.moveTo(Math.min(task.level + 1, quanta.size() - 1));
        }
    }

    private long quantum(Leveled task) {
        return quanta.get(Math.min(task.level, quanta.size() - 1));
    }

    /** Lifts all to the top: behind those that are there, from the lowest level to the highest. */
    private void boostIfDue(long now) {
        if (now < nextBoost) {
            return;
        }
        nextBoost += (now - nextBoost) / boost * boost + boost;
        List<Leveled> sunk = tasks().stream().filter(task -> task.level > 0).toList();
        for (int level = quanta.size() - 1; level > 0; level--) {
            int from = level;
            List<Leveled> queue = waiting().filter(task -> task.level == from).toList();
            queue.forEach(this::putLast);
        }
        sunk.forEach(task -> task.moveTo(0));
        tasks().forEach(task -> task.used = 0);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        boostIfDue(now);
        Optional<Leveled> first = waiting(cpu).min(Comparator.comparingInt(Leveled::level));
        long turn = first.map(task -> quantum(task) - task.used % quantum(task)).orElse(0L);
        return run(first, Math.min(turn, nextBoost - now));
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return task(candidate.id()).level < task(running.id()).level;
    }

    @Override
    protected StateTree saveRest() {
        return StateTree.EMPTY.with("next-boost", nextBoost);
    }

    @Override
    protected void loadRest(StateTree state) {
        nextBoost = state.number("next-boost", 0, NEVER);
    }
}
