package dev.vmkit.layers.timeshare;

import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.layers.schedule.Dispatcher;
import dev.vmkit.layers.schedule.PolicyFault;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.schedule.RunEnd;
import dev.vmkit.layers.schedule.Turn;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The time-sharing monitor. A policy says whose turn it is and for how long; the monitor has that program be in core,
 * restores its registers, lets it run in the mode of programs until its turn is over or it calls, and saves them again.
 * Time is the processor's, a tick an instruction; while the drum turns, no program runs and the policy's time stands still.
 */
public final class Monitor implements Snapshotable {
    private static final int CPU = 0;

    /** After so many instructions the host's time is looked at. */
    private static final long LONGEST_RUN = 1 << 20;

    private final Processor processor;
    private final Supervisor supervisor;
    private final Drum drum;
    private final Swapping swapping;
    private final List<Program> programs = new ArrayList<>();
    private final Dispatcher dispatcher;
    private final Accounts accounts = new Accounts();
    private volatile boolean stopped;
    private long now;
    private long idle;

    /**
     * A monitor; its programs arrive in order when it begins.
     *
     * @param hardware the processor and its memory
     * @param engine runs the instructions
     * @param core where programs lie while they run
     * @param wordTicks the time in which a word moves from or to the drum
     * @param images at least one; each fits into core, and the numbers of their tasks are their places
     */
    public Monitor(
            Hart hardware,
            Engine.Factory engine,
            Core core,
            long wordTicks,
            Calls calls,
            List<ProgramImage> images,
            SchedulerPolicy policy,
            PolicySetup setup,
            DispatchListener listener) {
        this.processor = new Processor(hardware, engine, calls.instruction());
        this.supervisor = new Supervisor(processor, calls, core);
        this.drum = new Drum(core.wordBytes(), wordTicks);
        this.swapping = new Swapping(core, drum, programs);
        this.dispatcher = new Dispatcher(policy, setup, listener);
        for (ProgramImage image : images) {
            programs.add(new Program(image, processor.registersAt(image.start())));
            drum.install(image.task().id(), image.bytes());
            dispatcher.arrive(image.task(), 0);
        }
    }

    public List<Program> programs() {
        return List.copyOf(programs);
    }

    /** Turns and answers so far. */
    public Accounts accounts() {
        return accounts;
    }

    /** Ticks since it began: of programs, of the drum, and idle ones. */
    public long elapsed() {
        return now + drum.ticks();
    }

    /** Ticks in which words moved. */
    public long swapping() {
        return drum.ticks();
    }

    /** Ticks in which every program waited for its user. */
    public long idle() {
        return idle;
    }

    /** Words moved from and to the drum. */
    public long words() {
        return drum.words();
    }

    /** What the policy did that it may not do, if it did. */
    public Optional<PolicyFault> fault() {
        return dispatcher.fault();
    }

    /** Ends the run; from any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Runs until every program has ended.
     *
     * @param limits ticks, and the host's time
     * @return what ended it early, if anything
     */
    public Optional<Outcome> run(Limits limits) {
        long end =
                limits.instructions() > Long.MAX_VALUE - elapsed() ? Long.MAX_VALUE : elapsed() + limits.instructions();
        long deadline = System.nanoTime() + Math.min(limits.hostNanos(), Long.MAX_VALUE / 2);
        try {
            while (programs.stream().anyMatch(program -> program.ending().isEmpty())) {
                if (stopped) {
                    return Optional.of(new Outcome.Stopped());
                }
                if (elapsed() >= end) {
                    return Optional.of(new Outcome.BudgetReached());
                }
                if (System.nanoTime() - deadline > 0) {
                    return Optional.of(new Outcome.TimeReached());
                }
                step(end);
            }
            return Optional.empty();
        } finally {
            programs.forEach(program -> program.user().flush());
        }
    }

    /** From one moment at which something happens to the next. */
    private void step(long end) {
        wake();
        if (dispatcher.mustStop(CPU)) {
            end(running().orElseThrow(), RunEnd.SLICE_ENDED);
        }
        if (dispatcher.free(CPU, now) && dispatcher.next(CPU, now) instanceof Turn.Run(int task, long until)) {
            begin(programs.get(task), until - now);
        }
        long budget = Math.min(dispatcher.until(CPU), Math.min(nextLine(), end - drum.ticks())) - now;
        if (budget > 0 && running().isPresent()) {
            run(running().get(), Math.min(budget, LONGEST_RUN));
        } else if (budget > 0) {
            idle += budget;
            now += budget;
        }
    }

    private Optional<Program> running() {
        return dispatcher.running(CPU).map(programs::get);
    }

    /** Users whose lines are typed, in the order of their programs. */
    private void wake() {
        for (Program program : programs) {
            OptionalLong due = program.lineDue();
            if (due.isPresent() && due.getAsLong() <= elapsed()) {
                program.typed();
                dispatcher.wake(program.id(), now);
            }
        }
    }

    /** When the next line is typed, in the policy's time. */
    private long nextLine() {
        return programs.stream()
                .flatMapToLong(program -> program.lineDue().stream())
                .map(due -> Math.max(now, due - drum.ticks()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void begin(Program program, long slice) {
        long at = elapsed();
        boolean loaded = load(program);
        program.begins();
        accounts.begin(program.id(), at, slice, loaded);
    }

    /** Has a program be in core, and its registers in the processor. */
    private boolean load(Program program) {
        boolean loaded = swapping.load(program);
        if (loaded) {
            processor.forget();
        }
        processor.restore(program.registers(), swapping.place(program), program.id());
        return loaded;
    }

    private void run(Program program, long budget) {
        long before = processor.executed();
        Stop stop = processor.run(budget);
        long ran = processor.executed() - before;
        now += ran;
        program.ran(ran);
        accounts.ran(ran);
        goOn(program, supervisor.after(program, stop, elapsed()));
        if (running().isPresent() && now >= dispatcher.until(CPU)) {
            end(program, RunEnd.SLICE_ENDED);
        }
    }

    private void goOn(Program program, Supervisor.Next next) {
        switch (next) {
            case Supervisor.Next.GoesOn _ -> {}
            case Supervisor.Next.Yields _ -> end(program, RunEnd.YIELDED);
            case Supervisor.Next.Waits(long until) -> {
                accounts.answered(elapsed() - program.asked());
                end(program, RunEnd.BLOCKED);
                program.waits(until);
            }
            case Supervisor.Next.Resizes(long words) -> resize(program, words);
            case Supervisor.Next.Ends(Ending how) -> end(program, how);
        }
    }

    private void resize(Program program, long words) {
        processor.save(program.registers());
        swapping.resize(program, words);
        load(program);
        processor.forget();
        dispatcher.change(dispatcher.task(program.id()).withSize(words), now);
    }

    private void end(Program program, Ending how) {
        accounts.answered(elapsed() - program.asked());
        program.ended(how);
        swapping.remove(program);
        end(program, RunEnd.EXITED);
    }

    private void end(Program program, RunEnd how) {
        processor.save(program.registers());
        accounts.end();
        dispatcher.end(CPU, how, now);
    }

    /** The whole state, at any time between two runs; what users have seen is no part of it. */
    @Override
    public StateTree save() {
        running().ifPresent(program -> processor.save(program.registers()));
        StateTree all = StateTree.EMPTY;
        for (Program program : programs) {
            all = all.with(Integer.toString(program.id()), program.save());
        }
        return StateTree.EMPTY
                .with("now", now)
                .with("idle", idle)
                .with("programs", all)
                .with("memory", swapping.save())
                .with("accounts", accounts.save())
                .with("dispatcher", dispatcher.save());
    }

    /** Takes up a state saved by a monitor of the same programs that has not run yet. */
    @Override
    public void load(StateTree state) {
        StateTree all = state.tree("programs");
        programs.forEach(program -> program.load(all.tree(Integer.toString(program.id()))));
        swapping.load(state.tree("memory"));
        accounts.load(state.tree("accounts"));
        dispatcher.load(state.tree("dispatcher"));
        now = state.number("now", 0, Long.MAX_VALUE);
        idle = state.number("idle", 0, now);
        processor.forget();
        running().ifPresent(program -> processor.restore(program.registers(), swapping.place(program), program.id()));
    }
}
