package dev.vmkit.testkit.policy;

import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.SchedulerPolicy.Decision;
import dev.vmkit.api.TaskInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Runs a workload on one processor under a policy, and refuses decisions that make no sense. */
final class Dispatcher {
    private final SchedulerPolicy policy;
    private final List<Progress> waiting = new ArrayList<>();
    private final List<Progress> runnable = new ArrayList<>();
    private final List<String> picks = new ArrayList<>();
    private final long patience;
    private long now;

    /** @param patience virtual time after which an unfinished workload counts as starved */
    Dispatcher(SchedulerPolicy policy, Workload workload, long patience) {
        this.policy = policy;
        this.patience = patience;
        workload.jobs().forEach(job -> waiting.add(new Progress(job)));
    }

    /** A job on its way: when it next can run, and what is left of it. */
    private static final class Progress {
        final Job job;
        long ready;
        long left;
        long untilPause;
        boolean arrived;

        Progress(Job job) {
            this.job = job;
            this.ready = job.arrives();
            this.left = job.task().length();
            this.untilPause = job.burst();
        }

        int id() {
            return job.task().id();
        }

        TaskInfo task() {
            return job.task().withLength(left);
        }
    }

    /** Whether every job has run to its end. */
    boolean done() {
        return waiting.isEmpty() && runnable.isEmpty();
    }

    /** Every decision so far: time, job and how long it ran. */
    List<String> picks() {
        return List.copyOf(picks);
    }

    /** Takes one decision and carries it out. */
    void step() {
        wake();
        if (now > patience) {
            throw new BrokenLaw(now, "jobs starve: " + names(runnable) + " never finish");
        }
        switch (policy.pick(0, now)) {
            case Decision.Idle _ -> idle();
            case Decision.RunGang _ -> throw new BrokenLaw(now, "gangs need processors");
            case Decision.Run(int task, long slice) -> run(task, slice);
        }
    }

    private void wake() {
        waiting.sort(Comparator.comparingLong((Progress p) -> p.ready).thenComparingInt(Progress::id));
        while (!waiting.isEmpty() && waiting.getFirst().ready <= now) {
            Progress next = waiting.removeFirst();
            runnable.add(next);
            policy.on(
                    next.arrived
                            ? new SchedulerEvent.Woke(next.ready, next.id())
                            : new SchedulerEvent.Arrived(next.ready, next.task()));
            next.arrived = true;
        }
    }

    private void idle() {
        if (!runnable.isEmpty()) {
            throw new BrokenLaw(now, "the processor idles although " + names(runnable) + " can run");
        }
        now = waiting.getFirst().ready;
    }

    private void run(int id, long slice) {
        Progress chosen =
                runnable.stream().filter(p -> p.id() == id).findFirst().orElseThrow(() -> notRunnable(id));
        if (slice < 1) {
            throw new BrokenLaw(now, "job" + id + " gets a slice of " + slice + "; a slice is at least 1");
        }
        long ran = Math.min(Math.min(slice, chosen.left), chosen.untilPause);
        ran = Math.min(ran, untilPreempted(chosen).orElse(ran));
        picks.add(now + " " + chosen.job.task().name() + " " + ran);
        now += ran;
        chosen.left -= ran;
        chosen.untilPause -= ran;
        policy.on(new SchedulerEvent.Charged(now, id, ran));
        conclude(chosen);
    }

    private BrokenLaw notRunnable(int id) {
        return new BrokenLaw(now, "task " + id + " was picked, which cannot run now; " + names(runnable) + " can");
    }

    /** The time until a job arrives for which the policy takes the processor away; it sees arrivals of this slice only. */
    private OptionalLong untilPreempted(Progress running) {
        return waiting.stream()
                .filter(p -> p.ready > now && policy.preempts(p.task(), running.task(), p.ready))
                .mapToLong(p -> p.ready - now)
                .min();
    }

    private void conclude(Progress job) {
        if (job.left == 0) {
            runnable.remove(job);
            policy.on(new SchedulerEvent.Exited(now, job.id()));
        } else if (job.untilPause == 0 && job.job.pause() > 0) {
            runnable.remove(job);
            waiting.add(job);
            job.ready = now + job.job.pause();
            job.untilPause = job.job.burst();
            policy.on(new SchedulerEvent.Blocked(now, job.id()));
        } else {
            job.untilPause = job.untilPause == 0 ? job.job.burst() : job.untilPause;
            policy.on(new SchedulerEvent.SliceEnded(now, job.id()));
        }
    }

    private static String names(List<Progress> jobs) {
        return String.join(", ", jobs.stream().map(p -> p.job.task().name()).toList());
    }
}
