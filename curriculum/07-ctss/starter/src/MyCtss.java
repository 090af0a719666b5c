import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;

/** The multilevel queue of CTSS, where so far everybody stays at level 0. */
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

    /** Something has happened to a program: it arrived, woke, changed its size, its slice ended. Where is it now? */
    @Override
    protected void happened(Program program, SchedulerEvent.OfTask event) {}

    /** Who waits at the lowest level, and of those who has waited longest, for 2^l quanta. */
    @Override
    protected Decision decide(int cpu, long now) {
        return waiting(cpu)
                .min(Comparator.comparingInt((Program program) -> program.level))
                .<Decision>map(program -> new Decision.Run(program.id(), quantum << program.level))
                .orElse(new Decision.Idle());
    }

    /** Whether a program that can run takes the place of one that runs. */
    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return false;
    }
}
