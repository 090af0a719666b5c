package dev.vmkit.layers.hypervisor;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.NamedHart;
import dev.vmkit.machine.board.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A machine that shares a processor with others. It has memory, devices and a clock of its own: what happens to its
 * neighbours, it cannot tell.
 */
public final class Guest {
    private final Machine machine;
    private final TaskInfo task;
    private final List<ExitLog> exits;
    private long used;
    private long turns;
    private long rested;
    private Optional<Outcome> outcome = Optional.empty();

    /**
     * A guest that did not run yet.
     *
     * @param machine whose harts a {@link Technique} runs
     * @param task what it is to a scheduler policy
     * @param exits what each monitor counts, the outermost first: at least one
     */
    public Guest(Machine machine, TaskInfo task, List<ExitLog> exits) {
        this.machine = machine;
        this.task = task;
        this.exits = List.copyOf(exits);
    }

    public String name() {
        return task.name();
    }

    public Machine machine() {
        return machine;
    }

    TaskInfo task() {
        return task;
    }

    /** Why it needed its monitor, and how often. */
    public ExitLog exits() {
        return exits.getLast();
    }

    /** The same of every monitor it runs under, the outermost first. */
    public List<ExitLog> allExits() {
        return exits;
    }

    /** Instructions it executed, on all of its harts, directly or by the monitor. */
    public long instructions() {
        return machine.harts().stream()
                .map(NamedHart::hart)
                .mapToLong(hart -> hart.retired())
                .sum();
    }

    /** Time it had the processor. */
    public long used() {
        return used;
    }

    /** How often it got the processor. */
    public long turns() {
        return turns;
    }

    /** Time it waited for something of its own accord. */
    public long rested() {
        return rested;
    }

    /** How it ended, if it did. */
    public Optional<Outcome> outcome() {
        return outcome;
    }

    void ran(long time) {
        used += time;
    }

    void begins() {
        turns++;
    }

    void rests(long time) {
        rested += time;
    }

    void ended(Outcome how) {
        outcome = Optional.of(how);
    }
}
