package dev.vmkit.tools.classroom.crew;

import dev.vmkit.tools.classroom.store.Entry;
import java.util.Collection;
import java.util.function.IntConsumer;

/** Several workers who share the work. */
public interface Crew {

    /**
     * Sees to it that each submission has a verdict in the store when this returns.
     *
     * @param left told, now and then, how many are still to be graded
     */
    void grade(Collection<Entry> entries, IntConsumer left) throws InterruptedException;
}
