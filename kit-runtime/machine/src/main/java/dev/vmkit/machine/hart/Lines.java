package dev.vmkit.machine.hart;

import dev.vmkit.language.isa.RegisterFile;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The interrupt lines of a hart that are raised, in the order in which they are served. */
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

    /**
     * Makes sure that a register has a bit for a line.
     *
     * @throws IllegalArgumentException if not
     */
    static void requireBit(RegisterFile register, int number) {
        if (number < 0 || number >= register.width()) {
            throw new IllegalArgumentException(
                    "no interrupt line " + number + ": " + register.name() + " has " + register.width() + " bits");
        }
    }

    /** Whether that changes anything. */
    boolean set(Line line, boolean up) {
        return up ? raised.add(line) : raised.remove(line);
    }

    void clear() {
        raised.clear();
    }

    /** Bit n is set if line n is raised; only where lines are the bits of a register. */
    long bits() {
        return raised.stream().mapToLong(line -> 1L << line.number()).reduce(0, (a, b) -> a | b);
    }

    public boolean none() {
        return raised.isEmpty();
    }

    /** Those that are raised, the first to be served first. */
    public NavigableSet<Line> raised() {
        return Collections.unmodifiableNavigableSet(raised);
    }
}
