package dev.vmkit.machine.board;

import java.util.Comparator;

/**
 * A point of a run.
 *
 * @param instructions executed by all harts together since power-on
 * @param nanos of virtual time; tells moments apart at which every hart was idle
 * @param idle whether every hart was idle, which is found out after all else of that time
 */
public record Moment(long instructions, long nanos, boolean idle) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER = Comparator.comparingLong(Moment::instructions)
            .thenComparingLong(Moment::nanos)
            .thenComparing(Moment::idle);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
