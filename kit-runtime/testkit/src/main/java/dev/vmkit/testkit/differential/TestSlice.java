package dev.vmkit.testkit.differential;

import dev.vmkit.machine.clock.Slice;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;

/** The stretch that a hart runs right now, and where it is to end: whoever wants that sooner may say so while it runs. */
final class TestSlice implements Slice {
    private final Hart hart;
    private final long from;
    private long end;

    TestSlice(Hart hart, long budget) {
        this.hart = hart;
        this.from = hart.retired();
        this.end = from + budget;
    }

    Stop run() {
        return hart.run(end - from);
    }

    @Override
    public long executed() {
        return hart.retired() - from;
    }

    @Override
    public void stopWithin(long ticks) {
        if (ticks < end - hart.retired()) {
            end = hart.retired() + ticks;
            hart.limit(end);
        }
    }
}
