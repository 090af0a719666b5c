package dev.vmkit.layers.schedule;

import dev.vmkit.api.StateTree;

/** A processor: what runs on it, since when and until when. */
final class Seat {
    static final int NOBODY = -1;

    /** The task that runs. */
    int task = NOBODY;
    /** The task of a gang that runs here next. */
    int reservedFor = NOBODY;
    /** Up to when it has been charged. */
    long chargedTo;

    long until;
    /** When a reserved slice ends. */
    long reservedUntil;
    /** Not to be asked about before that, unless something happens. */
    long idleUntil;
    /** Whether what runs has to make room. */
    boolean mustStop;
    /** Whether a task that became able to run counts on this seat, which nobody has. */
    boolean promised;

    boolean online = true;

    boolean busy() {
        return task != NOBODY;
    }

    /** Whether a task that became able to run may count on this seat. */
    boolean open() {
        return online && task == NOBODY && reservedFor == NOBODY && !promised;
    }

    void run(int id, long now, long end) {
        task = id;
        chargedTo = now;
        until = end;
        reservedFor = NOBODY;
        mustStop = false;
        promised = false;
    }

    void reserve(int id, long end) {
        reservedFor = id;
        reservedUntil = end;
        mustStop = busy();
        idleUntil = 0;
    }

    void idle(long end) {
        idleUntil = end;
        promised = false;
    }

    void clear() {
        task = NOBODY;
        mustStop = false;
        idleUntil = 0;
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("task", task)
                .with("reserved-for", reservedFor)
                .with("charged-to", chargedTo)
                .with("until", until)
                .with("reserved-until", reservedUntil)
                .with("idle-until", idleUntil)
                .with("must-stop", mustStop ? 1 : 0)
                .with("promised", promised ? 1 : 0)
                .with("online", online ? 1 : 0);
    }

    static Seat load(StateTree state, long now) {
        Seat seat = new Seat();
        seat.task = (int) state.number("task", NOBODY, Integer.MAX_VALUE);
        seat.reservedFor = (int) state.number("reserved-for", NOBODY, Integer.MAX_VALUE);
        seat.chargedTo = state.number("charged-to", 0, now);
        seat.until = state.number("until", 0, Long.MAX_VALUE);
        seat.reservedUntil = state.number("reserved-until", 0, Long.MAX_VALUE);
        seat.idleUntil = state.number("idle-until", 0, Long.MAX_VALUE);
        seat.mustStop = state.flag("must-stop");
        seat.promised = state.flag("promised");
        seat.online = state.flag("online");
        return seat;
    }
}
