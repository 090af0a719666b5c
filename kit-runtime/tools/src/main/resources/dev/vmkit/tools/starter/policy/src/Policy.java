import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;

/**
 * Takes turns. TaskPolicy knows the tasks and which of them wait; what is left to write is who runs next. To keep something
 * of every task, extend Task, and override happened(), which tells what becomes of it.
 */
public final class @Class@ extends TaskPolicy<TaskPolicy.Task> {
    private long slice;

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
    }

    @Override
    protected Task task(TaskInfo info) {
        return new Task(info);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).findFirst(), slice); // who has waited longest
    }
}
