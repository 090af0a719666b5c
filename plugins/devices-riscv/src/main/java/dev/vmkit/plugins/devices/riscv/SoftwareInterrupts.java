package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;
import java.util.List;
import java.util.stream.IntStream;

/** A word for each hart, whose lowest bit is the level of its software interrupt (ACLINT, section 3). */
final class SoftwareInterrupts implements Device {
    private static final int WORD = 4;

    private final List<InterruptLine> lines;
    private final byte[] pending;

    SoftwareInterrupts(DeviceContext context) {
        this.lines = IntStream.range(0, context.harts())
                .mapToObj(hart -> context.interrupt("software", hart))
                .toList();
        this.pending = new byte[context.harts()];
    }

    /** Words of harts that do not exist, and accesses across words, read 0. */
    @Override
    public long read(long offset, int width) {
        if (offset % (width / 8) != 0) {
            return 0;
        }
        long value = word(offset / WORD);
        return width == 32 ? value : value | word(offset / WORD + 1) << 32;
    }

    private long word(long hart) {
        return hart < pending.length ? pending[(int) hart] : 0;
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset % (width / 8) != 0) {
            return;
        }
        set(offset / WORD, value);
        if (width == 64) {
            set(offset / WORD + 1, value >>> 32);
        }
    }

    private void set(long hart, long value) {
        if (hart < pending.length) {
            pending[(int) hart] = (byte) (value & 1);
            drive((int) hart);
        }
    }

    private void drive(int hart) {
        lines.get(hart).set(pending[hart] != 0);
    }

    @Override
    public void reset() {
        IntStream.range(0, pending.length).forEach(hart -> set(hart, 0));
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("pending", pending);
    }

    /** What a state says of each hart, checked. */
    byte[] checked(StateTree state) {
        byte[] saved = state.bytes("pending");
        if (saved.length != pending.length || IntStream.range(0, saved.length).anyMatch(i -> (saved[i] & ~1) != 0)) {
            throw new IllegalArgumentException("not the software interrupts of " + pending.length + " harts");
        }
        return saved;
    }

    @Override
    public void load(StateTree state) {
        byte[] saved = checked(state);
        IntStream.range(0, pending.length).forEach(hart -> set(hart, saved[hart]));
    }
}
