package dev.vmkit.plugins.modern;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Ready;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Like Xen's credit scheduler: every period, credit is handed out by weight; who has some left goes before who has none,
 * and who just woke, with credit left, before both. A cap is kept even if the processor idles. Xen debited what ran by
 * ticks, so that who slept at every tick ran for nothing; here everybody pays exactly.
 */
public final class Credit extends TaskPolicy<Credit.Account> {
    private static final long NEVER = Long.MAX_VALUE;

    private long slice;
    private long period;
    private int cpus;
    private long nextPeriod = NEVER;

    /** What a task still has of its credit, in parts of a unit, and has run in this period. */
    static final class Account extends TaskPolicy.Task {
        private long credit;
        private long ran;
        private boolean active;
        private boolean boosted;

        Account(TaskInfo info) {
            super(info);
        }

        int rank() {
            return boosted ? 0 : credit > 0 ? 1 : 2;
        }

        /** What its cap leaves it in this period. */
        private long allowed(long period) {
            return info().cap() == 0 ? NEVER : Math.max(1, period * info().cap() / 100) - ran;
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY
                    .with("credit", credit)
                    .with("ran", ran)
                    .with("active", active ? 1 : 0)
                    .with("boosted", boosted ? 1 : 0);
        }

        @Override
        protected void load(StateTree state) {
            active = state.flag("active");
            boosted = state.flag("boosted");
            ran = state.number("ran", 0, NEVER);
            credit = state.number("credit");
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
        period = context.parameters().number("period");
        cpus = context.cpus();
    }

    @Override
    protected Account task(TaskInfo info) {
        return new Account(info);
    }

    @Override
    protected void happened(Account task, OfTask event) {
        switch (event) {
            case Charged e -> {
                task.credit -= e.ran() * VirtualTime.UNIT;
                task.ran += e.ran();
                task.boosted = false;
                task.active = true;
            }
            case Arrived e -> nextPeriod = nextPeriod == NEVER ? e.now() + period : nextPeriod;
            case Woke e -> {
                account(e.now());
                task.boosted = task.credit >= 0;
            }
            default -> {}
        }
        task.active |= event instanceof Ready;
    }

    /** Hands out credit for the periods that are over, to those who wanted to run in them. */
    private void account(long now) {
        if (now < nextPeriod) {
            return;
        }
        long periods = (now - nextPeriod) / period + 1;
        nextPeriod += periods * period;
        List<Account> active = tasks().stream().filter(task -> task.active).toList();
        long weights = active.stream().mapToLong(task -> task.info().weight()).sum();
        long most = period * VirtualTime.UNIT;
        for (Account task : active) {
            long share = most * cpus / weights * task.info().weight();
            task.credit = Math.clamp(task.credit + Math.min(share, most), -most, most);
            task.active = !blocked(task);
        }
        tasks().forEach(task -> task.ran = Math.max(
                0, task.ran - periods * Math.max(1, period * task.info().cap() / 100)));
    }

    @Override
    protected Decision decide(int cpu, long now) {
        account(now);
        Optional<Account> first =
                waiting(cpu).filter(task -> task.allowed(period) > 0).min(Comparator.comparingInt(Account::rank));
        if (first.isEmpty()) {
            return waiting(cpu).findAny().isEmpty() ? new Decision.Idle() : new Decision.Idle(nextPeriod);
        }
        long turn = Math.min(slice, first.get().allowed(period));
        return run(first, Math.min(turn, nextPeriod - now));
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return task(candidate.id()).allowed(period) > 0
                && task(candidate.id()).rank() < task(running.id()).rank();
    }

    @Override
    protected StateTree saveRest() {
        return StateTree.EMPTY.with("next-period", nextPeriod);
    }

    @Override
    protected void loadRest(StateTree state) {
        nextPeriod = state.number("next-period", 0, NEVER);
    }
}
