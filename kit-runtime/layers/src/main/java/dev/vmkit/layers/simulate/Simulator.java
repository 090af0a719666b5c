package dev.vmkit.layers.simulate;

import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.layers.schedule.Dispatcher;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.schedule.RunEnd;
import dev.vmkit.layers.simulate.History.Ending;
import dev.vmkit.layers.simulate.History.What;
import dev.vmkit.layers.simulate.Progress.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a workload under a policy, from one moment at which something happens to the next. */
public final class Simulator implements Snapshotable {
    /** Moments of one run: more than any chart shows, and done in seconds. */
    public static final int MOST_MOMENTS = 2_000_000;

    private final Workload workload;
    private final PolicySetup setup;
    private final Recorder recorder;
    private final Dispatcher dispatcher;
    private final List<Progress> jobs = new ArrayList<>();
    private final Agenda agenda = new Agenda();
    private final Map<Integer, Progress> byTask = new HashMap<>();
    private long now;
    private int moments;
    private long left;
    private Optional<Ending> ending = Optional.empty();

    public Simulator(Workload workload, SchedulerPolicy policy, PolicySetup setup, Recorder recorder) {
        this.workload = workload;
        this.setup = setup;
        this.recorder = recorder;
        this.dispatcher = new Dispatcher(policy, setup, recorder);
        for (Job job : workload.jobs()) {
            Progress progress = new Progress(job, jobs.size());
            jobs.add(progress);
            byTask.put(job.id(), progress);
        }
        this.left = jobs.size();
        agenda.restart(jobs);
        workload.groups().forEach(group -> dispatcher.group(group, 0));
    }

    /** Runs a workload to its end. */
    public static History run(Workload workload, SchedulerPolicy policy, PolicySetup setup) {
        Simulator simulator = new Simulator(workload, policy, setup, new Recorder());
        while (!simulator.over()) {
            simulator.step();
        }
        return simulator.history();
    }

    /** Whether the run has stopped. */
    public boolean over() {
        return ending.isPresent();
    }

    /** What happened so far. */
    public History history() {
        return recorder.history(workload, setup.name(), now, dispatcher.fault(), ending.orElse(Ending.LIMIT));
    }

    /** Goes on to the next moment at which something happens. */
    public void step() {
        long next = nextMoment();
        if (next == Long.MAX_VALUE || next > workload.until()) {
            moveTo(Math.max(now, next == Long.MAX_VALUE ? now : workload.until()));
            stop(next == Long.MAX_VALUE ? Ending.STUCK : Ending.TIME);
            return;
        }
        moveTo(next);
        for (int cpu = 0; cpu < workload.cpus(); cpu++) {
            endRun(cpu);
        }
        agenda.due(now).forEach(this::comes);
        place();
        moments++;
        if (dispatcher.fault().isPresent()) {
            stop(Ending.FAULT);
        } else if (left == 0) {
            stop(Ending.DONE);
        } else if (moments >= MOST_MOMENTS) {
            stop(Ending.LIMIT);
        }
    }

    private void stop(Ending why) {
        ending = Optional.of(why);
        for (int cpu = 0; cpu < workload.cpus(); cpu++) {
            if (dispatcher.running(cpu).isPresent()) {
                dispatcher.end(cpu, RunEnd.SLICE_ENDED, now); // charges what ran last
            }
        }
    }

    private long nextMoment() {
        long next = agenda.next();
        for (int cpu = 0; cpu < workload.cpus(); cpu++) {
            next = Math.min(next, nextMoment(cpu));
        }
        return next;
    }

    private long nextMoment(int cpu) {
        Optional<Progress> running = running(cpu);
        long own = running.map(Progress::untilEvent).orElse(Long.MAX_VALUE);
        long slice = dispatcher.until(cpu);
        boolean asked = running.isPresent() || slice > now;
        return Math.min(own > Long.MAX_VALUE - now ? own : now + own, asked ? slice : Long.MAX_VALUE);
    }

    private Optional<Progress> running(int cpu) {
        return dispatcher.running(cpu).map(byTask::get);
    }

    private void moveTo(long time) {
        for (int cpu = 0; cpu < workload.cpus(); cpu++) {
            running(cpu).ifPresent(job -> job.run(time - now));
        }
        now = time;
    }

    /** What comes of the job that runs there: it ends, pauses, or goes on. */
    private void endRun(int cpu) {
        running(cpu).flatMap(job -> outcome(job)).or(() -> sliceEnd(cpu)).ifPresent(how -> {
            Progress job = running(cpu).orElseThrow();
            dispatcher.end(cpu, how, now);
            if (how == RunEnd.EXITED) {
                leaves(job);
            }
        });
    }

    private Optional<RunEnd> sliceEnd(int cpu) {
        return dispatcher.running(cpu).isPresent() && dispatcher.until(cpu) <= now
                ? Optional.of(RunEnd.SLICE_ENDED)
                : Optional.empty();
    }

    private Optional<RunEnd> outcome(Progress job) {
        change(job);
        if (job.finished()) {
            mark(job, What.BURST);
            return Optional.of(RunEnd.EXITED);
        }
        if (job.burstLeft > 0 || job.spins) {
            return Optional.empty();
        }
        job.nextBurst();
        mark(job, What.BURST);
        return job.job.pause().flatMap(pause -> switch (pause) {
            case Pause.Wait(long time) -> waits(job, now + time);
            case Pause.NextPeriod(long period) -> waits(job, job.job.arrives() + job.bursts * period);
            case Pause.Yield() -> Optional.of(RunEnd.YIELDED);
            case Pause.Barrier() -> meets(job);
        });
    }

    private void change(Progress job) {
        List<Job.Change> changes = job.job.changes();
        while (job.changed < changes.size() && changes.get(job.changed).after() <= job.computed) {
            Job.Change change = changes.get(job.changed);
            job.changed++;
            dispatcher.change(change.of(dispatcher.task(job.job.id())), now);
        }
    }

    private Optional<RunEnd> waits(Progress job, long until) {
        if (until <= now) {
            return Optional.empty();
        }
        job.stage = Stage.PAUSED;
        job.wakes = until;
        agenda.add(job);
        mark(job, What.BLOCKED);
        return Optional.of(RunEnd.BLOCKED);
    }

    private Optional<RunEnd> meets(Progress job) {
        job.spins = true;
        mark(job, What.SPINS);
        openBarrier(job.job.task().gang());
        return Optional.empty();
    }

    private void leaves(Progress job) {
        job.stage = Stage.DONE;
        left--;
        mark(job, What.EXITED);
        openBarrier(job.job.task().gang());
    }

    /** Lets those of a gang go on that wait for nobody any more. */
    private void openBarrier(int gang) {
        if (gang == 0) {
            return;
        }
        List<Progress> there = jobs.stream()
                .filter(job -> job.job.task().gang() == gang && job.stage != Stage.DONE)
                .toList();
        long slowest = there.stream().mapToLong(job -> job.bursts).min().orElse(0);
        there.stream().filter(job -> job.spins && job.bursts <= slowest).forEach(job -> {
            job.spins = false;
            mark(job, What.GOES_ON);
        });
    }

    private void comes(Progress job) {
        if (job.stage == Stage.TO_COME) {
            mark(job, What.ARRIVED);
            dispatcher.arrive(job.job.task(), now);
        } else {
            mark(job, What.WOKE);
            dispatcher.wake(job.job.id(), now);
        }
        job.stage = Stage.THERE;
    }

    /** Asks for every processor; a gang's start can make others stop, and be asked for, in turn. */
    private void place() {
        boolean again = true;
        while (again) {
            for (int cpu = 0; cpu < workload.cpus(); cpu++) {
                if (dispatcher.mustStop(cpu)) {
                    dispatcher.end(cpu, RunEnd.SLICE_ENDED, now);
                }
            }
            again = false;
            for (int cpu = 0; cpu < workload.cpus(); cpu++) {
                if (dispatcher.free(cpu, now)) {
                    dispatcher.next(cpu, now);
                    again = true;
                }
            }
        }
    }

    private void mark(Progress job, What what) {
        recorder.mark(now, job.job.id(), what);
    }

    @Override
    public StateTree save() {
        StateTree all = StateTree.EMPTY;
        for (Progress job : jobs) {
            all = all.with(Integer.toString(job.job.id()), job.save());
        }
        return StateTree.EMPTY
                .with("now", now)
                .with("moments", moments)
                .with("jobs", all)
                .with("dispatcher", dispatcher.save());
    }

    /** Takes up the state of a run of the same workload that was not over. */
    @Override
    public void load(StateTree state) {
        long saved = state.number("now", 0, Long.MAX_VALUE);
        int count = (int) state.number("moments", 0, MOST_MOMENTS);
        StateTree all = state.tree("jobs");
        workload.jobs().forEach(job -> new Progress(job, 0).load(all.tree(Integer.toString(job.id()))));
        dispatcher.load(state.tree("dispatcher"));
        jobs.forEach(job -> job.load(all.tree(Integer.toString(job.job.id()))));
        agenda.restart(jobs);
        left = jobs.stream().filter(job -> job.stage != Stage.DONE).count();
        now = saved;
        moments = count;
    }
}
