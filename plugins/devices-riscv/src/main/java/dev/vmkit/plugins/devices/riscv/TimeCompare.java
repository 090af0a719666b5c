package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Clock;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.Timer;

/** One MTIMECMP: its line is raised while the time counter is at or past its value, unsigned. */
final class TimeCompare {
    private static final Timer NOTHING = () -> {};

    private final Clock clock;
    private final InterruptLine line;
    private long value = -1;
    private Timer event = NOTHING;

    TimeCompare(Clock clock, InterruptLine line) {
        this.clock = clock;
        this.line = line;
    }

    long value() {
        return value;
    }

    void set(long newValue) {
        value = newValue;
        compare();
    }

    private void compare() {
        event.cancel();
        boolean due = Long.compareUnsigned(clock.time(), value) >= 0;
        event = due ? NOTHING : clock.atTime(value, this::compare);
        line.set(due);
    }
}
