package dev.vmkit.machine.hart;

import dev.vmkit.api.Clock;
import dev.vmkit.language.isa.RegisterFile;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The interrupt lines of a hart: those that are raised from outside, in the order in which they are served, and those of
 * its own timers. If the instruction set has a register with the role {@code lines}, they are its bits.
 */
public final class Lines {

    /**
     * A line.
     *
     * @param number its number, the {@code vector} of the interrupt hook
     * @param level its priority; the highest is served first, and of equal ones that of the lowest number
     */
    public record Line(int number, int level) {}

    private static final Comparator<Line> SERVICE =
            Comparator.comparingInt(Line::level).reversed().thenComparingInt(Line::number);

    private final NavigableSet<Line> raised = new TreeSet<>(SERVICE);
    private final HartState state;
    private final Optional<RegisterFile> register;
    private final List<HartTimer> timers;
    private final Runnable listener;
    private long changes;

    /**
     * Lines that are low, and timers that have not looked yet.
     *
     * @param listener told when a line was raised or lowered
     */
    Lines(HartState state, Clock clock, Runnable listener) {
        this.state = state;
        this.register = withRole(RegisterFile.Role.LINES).findFirst();
        this.timers = withRole(RegisterFile.Role.TIMER)
                .map(timer -> new HartTimer(timer, state, clock, this::changed))
                .toList();
        this.listener = listener;
    }

    private Stream<RegisterFile> withRole(RegisterFile.Role role) {
        return state.model().registers().stream().filter(r -> r.role() == role);
    }

    /** Raises or lowers a line; it must exist. */
    void set(Line line, boolean up) {
        require(line);
        if (up ? raised.add(line) : raised.remove(line)) {
            changed();
        }
    }

    /**
     * A request that was heard is over, until the line is lowered and raised anew.
     *
     * @return whether the line was raised, 1 or 0
     */
    long acknowledge(int number) {
        boolean raisedBefore = raised.removeIf(line -> line.number() == number);
        if (raisedBefore) {
            changed();
        }
        return raisedBefore ? 1 : 0;
    }

    /**
     * Makes sure that the register has a bit for a line.
     *
     * @throws IllegalArgumentException if not
     */
    void require(Line line) {
        int number = line.number();
        if (register.isPresent() && (number < 0 || number >= register.get().width())) {
            throw new IllegalArgumentException("no interrupt line " + number + ": "
                    + register.get().name() + " has " + register.get().width() + " bits");
        }
    }

    private void changed() {
        changes++;
        show();
        listener.run();
    }

    /** Writes them into the register. */
    void show() {
        register.ifPresent(r -> state.slots()[r.slot()] = outside() | ofTimers());
    }

    private long outside() {
        return raised.stream().mapToLong(line -> 1L << line.number()).reduce(0, (a, b) -> a | b);
    }

    private long ofTimers() {
        return timers.stream().mapToLong(HartTimer::bit).reduce(0, (a, b) -> a | b);
    }

    /** Has the timers look at their registers and the time. */
    void timersChanged() {
        timers.forEach(HartTimer::look);
    }

    /** Replaces those that are raised from outside, and tells nobody. */
    void load(Collection<Line> saved) {
        raised.clear();
        raised.addAll(saved);
        show();
    }

    /** Whether the definition sees them, as the bits of a register. */
    boolean visible() {
        return register.isPresent();
    }

    /** How often one was raised or lowered since the hart was made. */
    public long changes() {
        return changes;
    }

    /** Whether none is raised. */
    public boolean none() {
        return raised.isEmpty() && ofTimers() == 0;
    }

    /** Those that are raised from outside, the first to be served first. */
    public NavigableSet<Line> raised() {
        return Collections.unmodifiableNavigableSet(raised);
    }
}
