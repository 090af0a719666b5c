package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.StateTree;

/** The core-local interruptor: software interrupts, and the timers behind them. What lies beyond reads 0. */
final class Clint implements Device {
    private static final long TIMERS = 0x4000;
    private static final long END = 0xC000;

    private final SoftwareInterrupts software;
    private final MachineTimers timers;

    Clint(DeviceContext context) {
        this.software = new SoftwareInterrupts(context);
        this.timers = new MachineTimers(context);
    }

    @Override
    public long read(long offset, int width) {
        if (offset < TIMERS) {
            return software.read(offset, width);
        }
        return offset < END ? timers.read(offset - TIMERS, width) : 0;
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset < TIMERS) {
            software.write(offset, width, value);
        } else if (offset < END) {
            timers.write(offset - TIMERS, width, value);
        }
    }

    @Override
    public void reset() {
        software.reset();
        timers.reset();
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("software", software.save()).with("timers", timers.save());
    }

    @Override
    public void load(StateTree state) {
        software.checked(state.tree("software"));
        timers.load(state.tree("timers"));
        software.load(state.tree("software"));
    }
}
