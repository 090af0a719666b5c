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
            case SchedulerEvent.Arrived e -> queue.add(e.task().id());
            case SchedulerEvent.Woke e -> queue.add(e.task());
            case SchedulerEvent.Yielded e -> queue.add(e.task());
            case SchedulerEvent.SliceEnded e -> queue.add(e.task());
            default -> {} // blocked, exited, charged: the task is not in the queue then
        }
    }

    @Override
    public Decision pick(int cpu, long now) {
        return queue.isEmpty() ? new Decision.Idle() : new Decision.Run(queue.remove(), SLICE);
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("queue", String.join(" ", queue.stream().map(String::valueOf).toList()));
    }

    @Override
    public void load(StateTree state) {
        String saved = state.text("queue");
        queue.clear();
        for (String id : saved.isEmpty() ? new String[0] : saved.split(" ")) {
            queue.add(Integer.parseInt(id));
        }
    }
}
