package dev.vmkit.layers.schedule;

import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.SchedulerPolicy.Decision;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.layers.schedule.Member.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Stands between a host, which has tasks and processors, and a policy, which decides. The host says what happens and asks
 * {@link #next} for each processor that is {@link #free}; it runs what it is told and says by {@link #end} why that
 * stopped, at the end of the slice at the latest, and as soon as it can when {@link #mustStop} says so. Times are the
 * host's, in any unit, and never go back. At one moment, runs end first, then tasks arrive and wake, then processors are
 * asked for in order: hosts that keep to this see the same picks for the same tasks.
 *
 * <p>Nothing a policy does goes further than here: a decision that cannot be carried out, and whatever it throws, is a
 * {@link #fault}, after which the tasks take turns and the policy is not asked any more.
 */
public final class Dispatcher implements Snapshotable {
    /** What a task gets when the policy has failed. */
    static final long EMERGENCY_SLICE = 10_000;

    private final GuardedPolicy policy;
    private final DispatchListener listener;
    private final SeededRandom random;
    private final Map<Integer, Member> members = new TreeMap<>();
    private final List<Seat> seats;
    private final Decisions decisions;
    private long clock;

    public Dispatcher(SchedulerPolicy policy, PolicySetup setup, DispatchListener listener) {
        this.policy = new GuardedPolicy(policy, setup.name());
        this.listener = listener;
        this.random = new SeededRandom(setup.seed());
        this.seats = new ArrayList<>(
                IntStream.range(0, setup.cpus()).mapToObj(_ -> new Seat()).toList());
        this.decisions = new Decisions(members, seats);
        this.policy.start(new HostContext(setup, random, text -> listener.note(clock, text)));
    }

    /** What the policy did that it may not do, if it did. */
    public Optional<PolicyFault> fault() {
        return policy.fault();
    }

    /** A group exists from now on, or is another than it was. */
    public void group(TaskInfo.Group group, long now) {
        moveTo(now);
        tell(new SchedulerEvent.GroupChanged(now, group));
    }

    /** A new task that can run. */
    public void arrive(TaskInfo task, long now) {
        moveTo(now);
        check(!members.containsKey(task.id()), task.id(), "exists already");
        members.put(task.id(), new Member(task, now));
        tell(new SchedulerEvent.Arrived(now, task));
        makeRoom(task.id(), now);
    }

    /** A blocked task can run again. */
    public void wake(int task, long now) {
        moveTo(now);
        check(member(task).state == State.BLOCKED, task, "is not blocked");
        member(task).become(State.READY, now);
        tell(new SchedulerEvent.Woke(now, task));
        makeRoom(task, now);
    }

    /** A task is another than it was: its weight, its size, whatever but its number. */
    public void change(TaskInfo task, long now) {
        moveTo(now);
        member(task.id()).info = task;
        tell(new SchedulerEvent.Changed(now, task));
    }

    /** A task that does not run is gone; one that runs ends by {@link #end}. */
    public void remove(int task, long now) {
        moveTo(now);
        check(member(task).state != State.RUNNING, task, "runs");
        seats.stream().filter(seat -> seat.reservedFor == task).forEach(seat -> seat.reservedFor = Seat.NOBODY);
        members.remove(task);
        tell(new SchedulerEvent.Exited(now, task));
    }

    /** Takes a processor on which nothing runs out of use, or into use again. */
    public void online(int cpu, boolean online, long now) {
        moveTo(now);
        check(!seats.get(cpu).busy(), seats.get(cpu).task, "runs there");
        seats.get(cpu).online = online;
        seats.get(cpu).reservedFor = Seat.NOBODY;
        tell(online ? new SchedulerEvent.CpuUp(now, cpu) : new SchedulerEvent.CpuDown(now, cpu));
    }

    /** Whether the processor has nothing to run and is to be asked for now. */
    public boolean free(int cpu, long now) {
        Seat seat = seats.get(cpu);
        return seat.online && !seat.busy() && seat.idleUntil <= now;
    }

    /** Whether what runs there has to make room: then end it, by {@link RunEnd#SLICE_ENDED}. */
    public boolean mustStop(int cpu) {
        return seats.get(cpu).mustStop;
    }

    /** The time at which the processor's slice ends, or until which it idles; {@link Long#MAX_VALUE} for none. */
    public long until(int cpu) {
        Seat seat = seats.get(cpu);
        return seat.busy() ? seat.until : seat.online ? seat.idleUntil : Long.MAX_VALUE;
    }

    /** The task that runs there. */
    public Optional<Integer> running(int cpu) {
        Seat seat = seats.get(cpu);
        return seat.busy() ? Optional.of(seat.task) : Optional.empty();
    }

    /** What the task is at present; what is left of its length has been counted down. */
    public TaskInfo task(int id) {
        return member(id).info;
    }

    /** What a processor without a task does from now on. */
    public Turn next(int cpu, long now) {
        moveTo(now);
        Seat seat = seats.get(cpu);
        check(!seat.busy(), seat.task, "still runs on processor " + cpu);
        if (seat.reservedFor != Seat.NOBODY) {
            return begin(cpu, seat.reservedFor, seat.reservedUntil, now);
        }
        Decision decision = policy.pick(cpu, now)
                .filter(made -> accepted(made, cpu, now))
                .orElseGet(() -> decisions.takingTurns(cpu, EMERGENCY_SLICE));
        return switch (decision) {
            case Decision.Run(int task, long slice) -> {
                listener.picked(now, cpu, task, slice);
                yield begin(cpu, task, after(now, slice), now);
            }
            case Decision.RunGang(var tasks, long slice) -> {
                tasks.forEach((on, task) -> {
                    listener.picked(now, on, task, slice);
                    seats.get(on).reserve(task, after(now, slice));
                });
                yield begin(cpu, seat.reservedFor, seat.reservedUntil, now);
            }
            case Decision.Idle(long until) -> {
                seat.idle(until);
                yield new Turn.Idle(until);
            }
        };
    }

    private boolean accepted(Decision decision, int cpu, long now) {
        Optional<String> mistake = decisions.mistake(decision, cpu, now);
        mistake.ifPresent(what -> policy.blame(now, what));
        return mistake.isEmpty();
    }

    private Turn begin(int cpu, int task, long until, long now) {
        member(task).become(State.RUNNING, now);
        seats.get(cpu).run(task, now, until);
        return new Turn.Run(task, until);
    }

    private static long after(long now, long slice) {
        return slice > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + slice;
    }

    /** What ran on a processor stops now. */
    public void end(int cpu, RunEnd how, long now) {
        moveTo(now);
        Seat seat = seats.get(cpu);
        int task = seat.task;
        check(seat.busy(), task, "runs, since nothing does");
        seat.clear();
        member(task).become(how == RunEnd.BLOCKED ? State.BLOCKED : State.READY, now);
        if (how == RunEnd.EXITED) {
            members.remove(task);
        }
        tell(
                switch (how) {
                    case SLICE_ENDED -> new SchedulerEvent.SliceEnded(now, task);
                    case YIELDED -> new SchedulerEvent.Yielded(now, task);
                    case BLOCKED -> new SchedulerEvent.Blocked(now, task);
                    case EXITED -> new SchedulerEvent.Exited(now, task);
                });
    }

    /** Charges everything that runs up to now. */
    private void moveTo(long now) {
        if (now < clock) {
            throw new IllegalArgumentException("time goes back from " + clock + " to " + now);
        }
        clock = now;
        for (int cpu = 0; cpu < seats.size(); cpu++) {
            Seat seat = seats.get(cpu);
            long ran = now - seat.chargedTo;
            if (seat.busy() && ran > 0) {
                listener.ran(cpu, seat.task, seat.chargedTo, now);
                seat.chargedTo = now;
                member(seat.task).charge(ran);
                policy.on(new SchedulerEvent.Charged(now, seat.task, ran));
            }
        }
    }

    /** Tells the policy, after which every processor that idles may decide otherwise. */
    private void tell(SchedulerEvent event) {
        policy.on(event);
        seats.forEach(seat -> seat.idleUntil = 0);
    }

    /** Where a task that has become able to run may take another one's place, that one has to stop. */
    private void makeRoom(int id, long now) {
        TaskInfo candidate = member(id).info;
        List<Seat> allowed = IntStream.range(0, seats.size())
                .filter(candidate::runsOn)
                .mapToObj(seats::get)
                .filter(seat -> seat.online)
                .toList();
        Optional<Seat> open = allowed.stream().filter(Seat::open).findFirst();
        if (open.isPresent()) {
            open.get().promised = true;
            return;
        }
        allowed.stream()
                .filter(seat -> seat.busy() && !seat.mustStop)
                .filter(seat -> policy.preempts(candidate, member(seat.task).info, now))
                .reduce((a, b) -> policy.preempts(member(a.task).info, member(b.task).info, now) ? b : a)
                .ifPresent(seat -> seat.mustStop = true);
    }

    private Member member(int id) {
        return Optional.ofNullable(members.get(id))
                .orElseThrow(() -> new IllegalStateException("there is no task " + id));
    }

    private static void check(boolean condition, int task, String otherwise) {
        if (!condition) {
            throw new IllegalStateException("task " + task + " " + otherwise);
        }
    }

    @Override
    public StateTree save() {
        String fault = fault().map(PolicyFault::what).orElse("");
        return new DispatcherState(clock, random.state(), members, seats, fault, policy.save(clock)).save();
    }

    /** Takes up a saved state; the policy must be one that was just started, of the same kind and parameters. */
    @Override
    public void load(StateTree state) {
        DispatcherState saved = DispatcherState.load(state, seats.size());
        if (saved.fault().isEmpty()) {
            policy.load(saved.policy(), saved.clock());
        } else {
            policy.blame(saved.clock(), saved.fault());
        }
        clock = saved.clock();
        random.moveTo(saved.random());
        members.clear();
        members.putAll(saved.members());
        seats.clear();
        seats.addAll(saved.seats());
    }
}
