package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Every task holds as many tickets as its weight says, and for each slice one ticket is drawn (Waldspurger and Weihl, OSDI
 * 1994). Shares are right in the long run, and nobody who holds a ticket starves.
 */
public final class Lottery extends TaskPolicy<TaskPolicy.Task> {
    private long slice;
    private RandomGenerator random = RandomGenerator.getDefault();

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
        random = context.random();
    }

    @Override
    protected Task task(TaskInfo info) {
        return new Task(info);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        List<Task> players = waiting(cpu).toList();
        return players.isEmpty()
                ? new Decision.Idle()
                : new Decision.Run(winner(players).id(), slice);
    }

    private Task winner(List<Task> players) {
        long tickets = players.stream().mapToLong(task -> task.info().weight()).sum();
        long drawn = Long.remainderUnsigned(random.nextLong(), tickets);
        for (Task player : players) {
            drawn -= player.info().weight();
            if (drawn < 0) {
                return player;
            }
        }
        throw new AssertionError("a ticket without a holder");
    }
}
