package dev.vmkit.plugins.modern;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskInfo.Reservation;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;
import java.util.Optional;

/**
 * Earliest deadline first (Liu and Layland 1973), with a constant bandwidth server for each task (Abeni and Buttazzo 1998),
 * as Linux' deadline class has it: a task runs for its budget, and then waits for its next period, so that who takes more
 * than it reserved harms nobody else. Tasks without a reservation take turns in what is left.
 */
public final class EarliestDeadline extends TaskPolicy<EarliestDeadline.Server> {
    private static final long NEVER = Long.MAX_VALUE;

    private long slice;

    /** A task, what is left of its budget, and when that is due. */
    static final class Server extends TaskPolicy.Task {
        private long budget;
        private long deadline;

        Server(TaskInfo info) {
            super(info);
        }

        long deadline() {
            return deadline;
        }

        private Optional<Reservation> reservation() {
            return info().reservation();
        }

        private boolean throttled() {
            return reservation().isPresent() && budget <= 0;
        }

        /** When its next period starts. */
        private long replenished() {
            return reservation().map(r -> deadline - r.deadline() + r.period()).orElse(NEVER);
        }

        /** A task that wakes keeps budget and deadline, unless with them it could take more than it reserved. */
        private void wake(long now) {
            reservation().ifPresent(r -> {
                boolean late = deadline <= now;
                // budget / (deadline - now) > reserved budget / deadline
                boolean tooMuch = !late && product(budget, r.deadline()) > product(deadline - now, r.budget());
                if (late || tooMuch) {
                    deadline = now + r.deadline();
                    budget = r.budget();
                }
            });
        }

        private static double product(long a, long b) {
            return (double) a * b;
        }

        private void replenish(long now) {
            reservation().ifPresent(r -> {
                while (budget <= 0 && replenished() <= now) {
                    deadline += r.period();
                    budget = Math.min(budget + r.budget(), r.budget());
                }
            });
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY.with("budget", budget).with("deadline", deadline);
        }

        @Override
        protected void load(StateTree state) {
            deadline = state.number("deadline");
            budget = state.number("budget");
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
    }

    @Override
    protected Server task(TaskInfo info) {
        return new Server(info);
    }

    @Override
    protected void happened(Server task, OfTask event) {
        switch (event) {
            case Arrived _, Woke _ -> task.wake(event.now());
            case Charged e -> task.budget -= task.reservation().isPresent() ? e.ran() : 0;
            default -> {}
        }
    }

    @Override
    protected Decision decide(int cpu, long now) {
        waiting().forEach(task -> task.replenish(now));
        long wake = waiting(cpu)
                .filter(Server::throttled)
                .mapToLong(Server::replenished)
                .min()
                .orElse(NEVER);
        Optional<Server> urgent = waiting(cpu)
                .filter(task -> task.reservation().isPresent() && !task.throttled())
                .min(Comparator.comparingLong(Server::deadline));
        Optional<Server> first = urgent.or(
                () -> waiting(cpu).filter(task -> task.reservation().isEmpty()).findFirst());
        if (first.isEmpty()) {
            return new Decision.Idle(wake);
        }
        long turn = urgent.map(task -> task.budget).orElse(slice);
        return run(first, Math.min(turn, wake - now));
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        Server comes = task(candidate.id());
        Server runs = task(running.id());
        return comes.reservation().isPresent()
                && !comes.throttled()
                && (runs.reservation().isEmpty() || comes.deadline < runs.deadline);
    }
}
