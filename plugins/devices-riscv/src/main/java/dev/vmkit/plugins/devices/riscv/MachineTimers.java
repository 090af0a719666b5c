package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.StateTree;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MTIME, and MTIMECMP for each hart (ACLINT, section 2). MTIME is the machine's time counter, the same that harts read as
 * {@code time}; a write to it is ignored, so that the two never differ.
 */
final class MachineTimers implements Device {
    private static final long MTIME = 0x7FF8;
    private static final int DOUBLE_WORD = 8;

    private final Clock clock;
    private final List<TimeCompare> compares;

    MachineTimers(DeviceContext context) {
        this.clock = context.clock();
        this.compares = IntStream.range(0, context.harts())
                .mapToObj(hart -> new TimeCompare(clock, context.interrupt("timer", hart)))
                .toList();
    }

    /** Registers of harts that do not exist, and accesses across registers, read 0. */
    @Override
    public long read(long offset, int width) {
        boolean aligned = offset % (width / 8) == 0;
        return aligned ? register(offset - offset % DOUBLE_WORD) >>> shift(offset) : 0;
    }

    private long register(long offset) {
        if (offset == MTIME) {
            return clock.time();
        }
        return offset / DOUBLE_WORD < compares.size() ? compare(offset).value() : 0;
    }

    private TimeCompare compare(long offset) {
        return compares.get((int) (offset / DOUBLE_WORD));
    }

    private static int shift(long offset) {
        return (int) (offset % DOUBLE_WORD) * 8;
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset % (width / 8) == 0 && offset / DOUBLE_WORD < compares.size()) {
            long mask = (width == 64 ? -1 : 0xFFFFFFFFL) << shift(offset);
            TimeCompare compare = compare(offset);
            compare.set(compare.value() & ~mask | value << shift(offset) & mask);
        }
    }

    /** The specification leaves MTIMECMP unknown after reset; here it is a time that never comes. */
    @Override
    public void reset() {
        compares.forEach(compare -> compare.set(-1));
    }

    @Override
    public StateTree save() {
        StateTree state = StateTree.EMPTY;
        for (int hart = 0; hart < compares.size(); hart++) {
            state = state.with("mtimecmp" + hart, compares.get(hart).value());
        }
        return state;
    }

    @Override
    public void load(StateTree state) {
        List<Long> values = IntStream.range(0, compares.size())
                .mapToObj(hart -> state.number("mtimecmp" + hart))
                .toList();
        IntStream.range(0, compares.size()).forEach(hart -> compares.get(hart).set(values.get(hart)));
    }
}
