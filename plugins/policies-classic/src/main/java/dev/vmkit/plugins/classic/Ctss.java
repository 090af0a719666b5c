package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Changed;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Ready;
import dev.vmkit.api.SchedulerEvent.SliceEnded;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;

/**
 * The multilevel queue of the Compatible Time-Sharing System: at level l a program runs 2^l quanta, and sinks a level if it
 * needs more. It enters at a level that fits the time it takes to swap its memory in, so that swapping never takes more
 * time than running. A program at a lower level takes the place of one that runs at a higher; that goes to the end of its
 * queue. A program that answered its user starts anew (Corbato, Merwin-Daggett, Daley 1962).
 */
public final class Ctss extends TaskPolicy<Ctss.Program> {
    private long quantum;
    private long words;
    private int levels;
    private long promotion;

    /** A task, its level, and since when it waits there. */
    static final class Program extends TaskPolicy.Task {
        private int level;
        private long since;

        Program(TaskInfo info) {
            super(info);
        }

        int level() {
            return level;
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY.with("level", level).with("since", since);
        }

        @Override
        protected void load(StateTree state) {
            level = (int) state.number("level", 0, 62);
            since = state.number("since", 0, Long.MAX_VALUE);
        }
    }

    @Override
    public void start(PolicyContext context) {
        quantum = context.parameters().number("quantum");
        words = context.parameters().number("words");
        levels = (int) context.parameters().number("levels");
        promotion = context.parameters().number("promotion");
    }

    @Override
    protected Program task(TaskInfo info) {
        return new Program(info);
    }

    @Override
    protected void happened(Program program, OfTask event) {
        switch (event) {
            case Arrived _, Woke _ -> program.level = entry(program.info().size());
            case Changed _ ->
                program.level = Math.max(program.level, entry(program.info().size()));
            case SliceEnded _ when program.sliceLeft() == 0 -> program.level = Math.min(program.level + 1, levels - 1);
            default -> {}
        }
        if (event instanceof Ready) {
            program.since = event.now();
        }
    }

    /** log2(size / words that are swapped in a quantum + 1). */
    private int entry(long size) {
        return Math.min(63 - Long.numberOfLeadingZeros(size / words + 1), levels - 1);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        promote(now);
        return waiting(cpu)
                .min(Comparator.comparingInt(Program::level))
                .<Decision>map(program -> new Decision.Run(program.id(), quantum << program.level))
                .orElse(new Decision.Idle());
    }

    /** Who waits too long rises by a level. */
    private void promote(long now) {
        if (promotion == 0) {
            return;
        }
        for (Program program : waiting().toList()) {
            if (now - program.since >= promotion && program.level > 0) {
                program.level--;
                program.since = now;
                putLast(program);
            }
        }
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return task(candidate.id()).level < task(running.id()).level;
    }
}
