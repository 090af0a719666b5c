package dev.vmkit.machine.board;

import dev.vmkit.machine.clock.Slice;
import dev.vmkit.machine.hart.Hart;

/** The stretch that a hart runs right now. */
record HartSlice(Hart hart, long from) implements Slice {
    HartSlice(Hart hart) {
        this(hart, hart.retired());
    }

    @Override
    public long executed() {
        return hart.retired() - from;
    }

    @Override
    public void stopWithin(long ticks) {
        if (ticks < hart.limit() - hart.retired()) {
            hart.limit(hart.retired() + ticks);
        }
    }
}
