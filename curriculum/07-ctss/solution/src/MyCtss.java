import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;

// gap
/** The multilevel queue of the Compatible Time-Sharing System. */
// instead
// /** The multilevel queue of CTSS, where so far everybody stays at level 0. */
// end gap
public final class MyCtss extends TaskPolicy<MyCtss.Program> {
    private long quantum;
    private long words;
    private int levels;

    /** A program and its level. */
    static final class Program extends TaskPolicy.Task {
        private int level;

        Program(TaskInfo info) {
            super(info);
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY.with("level", level);
        }

        @Override
        protected void load(StateTree state) {
            level = (int) state.number("level", 0, 62);
        }
    }

    @Override
    public void start(PolicyContext context) {
        quantum = context.parameters().number("quantum");
        words = context.parameters().number("words");
        levels = (int) context.parameters().number("levels");
    }

    @Override
    protected Program task(TaskInfo info) {
        return new Program(info);
    }

    // gap
    // instead
    // /** Something has happened to a program: it arrived, woke, changed its size, its slice ended. Where is it now? */
    // end gap
    @Override
    // gap
    protected void happened(Program program, SchedulerEvent.OfTask event) {
        switch (event) {
            case SchedulerEvent.Arrived _, SchedulerEvent.Woke _ -> program.level = entry(program.info());
            case SchedulerEvent.Changed _ -> program.level = Math.max(program.level, entry(program.info()));
            case SchedulerEvent.SliceEnded _
            when program.sliceLeft() == 0 -> program.level = Math.min(program.level + 1, levels - 1);
            default -> {}
        }
    }

    /** The logarithm of the quanta that swapping takes, and one more, without what comes behind the point. */
    private int entry(TaskInfo info) {
        return Math.min(63 - Long.numberOfLeadingZeros(info.size() / words + 1), levels - 1);
    }
    // instead
    // protected void happened(Program program, SchedulerEvent.OfTask event) {}
    // end gap

    /** Who waits at the lowest level, and of those who has waited longest, for 2^l quanta. */
    @Override
    protected Decision decide(int cpu, long now) {
        return waiting(cpu)
                .min(Comparator.comparingInt((Program program) -> program.level))
                .<Decision>map(program -> new Decision.Run(program.id(), quantum << program.level))
                .orElse(new Decision.Idle());
    }

    // gap
    // instead
    // /** Whether a program that can run takes the place of one that runs. */
    // end gap
    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        // gap
        return task(candidate.id()).level < task(running.id()).level;
        // instead
        // return false;
        // end gap
    }
}
