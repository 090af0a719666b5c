package dev.vmkit.machine.board;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What other threads want done on the thread of a machine. */
final class Requests {
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private boolean stop;

    /** Adds a request; from any thread. */
    void add(Runnable action) {
        asked.add(action);
    }

    /** Asks for the end of the run; from any thread. */
    void addStop() {
        add(() -> stop = true);
    }

    /** Does what was asked for. */
    void serve() {
        for (Runnable next = asked.poll(); next != null; next = asked.poll()) {
            next.run();
        }
    }

    /** Whether the run is to end, which is said once. */
    boolean takeStop() {
        boolean ends = stop;
        stop = false;
        return ends;
    }
}
