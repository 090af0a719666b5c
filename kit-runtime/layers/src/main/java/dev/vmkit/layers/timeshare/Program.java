package dev.vmkit.layers.timeshare;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A user's program while it runs, waits for its turn or its user, or after it ended. Its memory is in core or on the drum. */
public final class Program implements Snapshotable {
    private static final long NEVER = -1;

    private final long origin;
    private final User user;
    private final long[] registers;
    private TaskInfo task;
    private Optional<Ending> ending = Optional.empty();
    private long lineDue = NEVER;
    private long asked;
    private long used;
    private long turns;
    private long loads;
    private long words;
    private long calls;

    Program(ProgramImage image, long[] registers) {
        this.task = image.task();
        this.origin = image.origin();
        this.user = image.user();
        this.registers = registers;
    }

    /** Its place among the programs. */
    public int id() {
        return task.id();
    }

    public String name() {
        return task.name();
    }

    /** What it is to the policy. */
    public TaskInfo task() {
        return task;
    }

    /** How it ended, if it did. */
    public Optional<Ending> ending() {
        return ending;
    }

    /** Ticks it had the processor. */
    public long used() {
        return used;
    }

    /** How often it got the processor. */
    public long turns() {
        return turns;
    }

    /** How often it was loaded from the drum. */
    public long loads() {
        return loads;
    }

    /** Words of its memory that moved from and to the drum. */
    public long words() {
        return words;
    }

    /** How often it called the monitor. */
    public long calls() {
        return calls;
    }

    /** Words of memory it has. */
    long size() {
        return task.size();
    }

    User user() {
        return user;
    }

    long[] registers() {
        return registers;
    }

    Relocation at(long base) {
        return new Relocation(origin, base, size());
    }

    void begins() {
        turns++;
    }

    void loaded() {
        loads++;
    }

    void moved(long some) {
        words += some;
    }

    void ran(long ticks) {
        used += ticks;
    }

    void called() {
        calls++;
    }

    void resized(long size) {
        task = task.withSize(size);
    }

    void ended(Ending how) {
        ending = Optional.of(how);
    }

    /** It waits until its user has typed the next line. */
    void waits(long until) {
        lineDue = until;
    }

    /** When its user has typed the line it waits for. */
    OptionalLong lineDue() {
        return lineDue == NEVER ? OptionalLong.empty() : OptionalLong.of(lineDue);
    }

    /** Its user has typed a line, and begins to wait for an answer. */
    void typed() {
        user.type();
        asked = lineDue;
        lineDue = NEVER;
    }

    /** Since when its user has been waiting. */
    long asked() {
        return asked;
    }

    @Override
    public StateTree save() {
        StateTree saved = StateTree.EMPTY
                .with("task", task.save())
                .with("registers", Arrays.stream(registers).boxed().toList())
                .with("user", user.save())
                .with("lineDue", lineDue)
                .with("accounts", List.of(asked, used, turns, loads, words, calls));
        return ending.map(how -> switch (how) {
                    case Ending.Exited(long status) -> saved.with("status", status);
                    case Ending.Stopped(String why, long address) ->
                        saved.with("why", why).with("address", address);
                })
                .orElse(saved);
    }

    @Override
    public void load(StateTree state) {
        TaskInfo loaded = TaskInfo.load(state.tree("task"));
        List<Long> slots = state.numbers("registers");
        List<Long> accounts = state.numbers("accounts");
        if (loaded.id() != id() || slots.size() != registers.length || accounts.size() != 6) {
            throw new IllegalArgumentException("not the state of program " + id());
        }
        lineDue = state.number("lineDue", NEVER, Long.MAX_VALUE);
        user.load(state.tree("user"));
        task = loaded;
        for (int i = 0; i < registers.length; i++) {
            registers[i] = slots.get(i);
        }
        asked = accounts.get(0);
        used = accounts.get(1);
        turns = accounts.get(2);
        loads = accounts.get(3);
        words = accounts.get(4);
        calls = accounts.get(5);
        ending = loadEnding(state);
    }

    private static Optional<Ending> loadEnding(StateTree state) {
        if (state.values().containsKey("why")) {
            return Optional.of(new Ending.Stopped(state.text("why"), state.number("address")));
        }
        return state.values().containsKey("status")
                ? Optional.of(new Ending.Exited(state.number("status")))
                : Optional.empty();
    }
}
