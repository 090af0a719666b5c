import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;

// gap
/** Stride scheduling (Waldspurger and Weihl, 1995). */
// instead
// /** Stride scheduling, where so far nobody's pass ever moves, so that all take turns. */
// end gap
public final class MyStride extends TaskPolicy<MyStride.Strider> {
    private long slice;

    /** A task and its pass: the time it ran, divided by its tickets. */
    static final class Strider extends TaskPolicy.Task {
        private final VirtualTime pass;

        Strider(TaskInfo info) {
            super(info);
            pass = new VirtualTime(info.weight());
        }

        @Override
        protected StateTree save() {
            return pass.save();
        }

        @Override
        protected void load(StateTree state) {
            pass.load(state);
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
    }

    @Override
    protected Strider task(TaskInfo info) {
        return new Strider(info);
    }

    // gap
    // instead
    // /** Something has happened to a task: it arrived, woke, ran. What does that do to its pass? */
    // end gap
    @Override
    // gap
    protected void happened(Strider task, SchedulerEvent.OfTask event) {
        switch (event) {
            case SchedulerEvent.Charged e -> task.pass.run(e.ran());
            case SchedulerEvent.Changed e -> task.pass.weigh(e.info().weight());
            case SchedulerEvent.Arrived _, SchedulerEvent.Woke _ -> task.pass.atLeast(smallest(task));
            default -> {}
        }
    }

    /** Of the others that are there: who comes has no claim to what was shared out while it was away. */
    private long smallest(Strider comes) {
        return tasks().stream()
                .filter(task -> task != comes && !blocked(task))
                .mapToLong(task -> task.pass.now())
                .min()
                .orElse(comes.pass.now());
    }
    // instead
    // protected void happened(Strider task, SchedulerEvent.OfTask event) {}
    // end gap

    /** Who waits with the smallest pass, and of those who has waited longest, for a slice. */
    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).min(Comparator.comparingLong((Strider task) -> task.pass.now())), slice);
    }
}
