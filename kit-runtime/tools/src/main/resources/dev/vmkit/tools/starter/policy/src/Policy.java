import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import java.util.ArrayDeque;
import java.util.Deque;

/** Takes turns. `kit test @name@` checks that it runs only what can run, never idles, and starves nobody. */
public final class @Class@ implements SchedulerPolicy {
    private static final long SLICE = 4; // virtual time a task runs before the next one's turn

    private final Deque<Integer> queue = new ArrayDeque<>();

    @Override
    public void start(PolicyContext context) {
        queue.clear();
    }

    @Override
    public void on(SchedulerEvent event) {
        switch (event) {
            case SchedulerEvent.Ready e -> queue.add(e.task()); // arrived, woke, yielded, or its slice ended
            case SchedulerEvent.Exited e -> queue.remove((Integer) e.task());
            default -> {}
        }
    }

    @Override
    public Decision pick(int cpu, long now) {
        return queue.isEmpty() ? new Decision.Idle() : new Decision.Run(queue.remove(), SLICE);
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("queue", queue);
    }

    @Override
    public void load(StateTree state) {
        var saved = state.numbers("queue").stream().map(Long::intValue).toList();
        queue.clear();
        queue.addAll(saved);
    }
}
