package dev.vmkit.machine.clock;

import java.util.Comparator;

/** Something to run at a time; of one time by the rank of who asked, then by the order of asking. */
record Event(long at, int rank, long asked, Runnable action) implements Comparable<Event> {
    private static final Comparator<Event> ORDER =
            Comparator.comparingLong(Event::at).thenComparingInt(Event::rank).thenComparingLong(Event::asked);

    /** Comes after every event at {@code now}. */
    static Event endOf(long now) {
        return new Event(now, Integer.MAX_VALUE, Long.MAX_VALUE, () -> {});
    }

    @Override
    public int compareTo(Event other) {
        return ORDER.compare(this, other);
    }
}
