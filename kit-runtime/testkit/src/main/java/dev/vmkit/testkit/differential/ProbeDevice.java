package dev.vmkit.testkit.differential;

import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Window;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A device that notices every access, and when it came: what it reads depends on how many instructions the hart has
 * executed. What is written raises and lowers lines, cuts the run short, or is written over the code.
 */
final class ProbeDevice implements Window {
    private static final int ACTIONS = 4;

    private final long size;
    private final Supplier<Hart> hart;
    private final Supplier<AddressSpace> memory;
    private final Scenario.Code code;
    private final LongConsumer stopsWithin;
    private long accesses;
    private long digest;

    /**
     * A device that nobody accessed.
     *
     * @param memory it writes code into
     * @param stopsWithin has the run end after so many instructions more
     */
    ProbeDevice(
            long size,
            Supplier<Hart> hart,
            Supplier<AddressSpace> memory,
            Scenario.Code code,
            LongConsumer stopsWithin) {
        this.size = size;
        this.hart = hart;
        this.memory = memory;
        this.code = code;
        this.stopsWithin = stopsWithin;
    }

    @Override
    public long size() {
        return size;
    }

    /** How often it was accessed. */
    long accesses() {
        return accesses;
    }

    /** A number that depends on every access, their order and their time. */
    long digest() {
        return digest;
    }

    @Override
    public long read(long offset, int width) {
        requireThere(Access.LOAD, offset);
        note(offset, width, -1);
        if (offset / Long.BYTES % ACTIONS == 1) {
            stopsWithin.accept(0);
        }
        return digest;
    }

    @Override
    public void write(long offset, int width, long value) {
        requireThere(Access.STORE, offset);
        note(offset, width, value);
        switch ((int) (offset / Long.BYTES % ACTIONS)) {
            case 0 -> TestLines.set(hart.get(), value, true);
            case 1 -> TestLines.set(hart.get(), value, false);
            case 2 -> stopsWithin.accept(2 + (value & 6));
            default -> patch((int) value);
        }
    }

    /** Nothing answers at the last few addresses. */
    private void requireThere(Access access, long offset) {
        if (offset >= size - ACTIONS) {
            throw new AccessFault(access, offset);
        }
    }

    private void note(long offset, int width, long value) {
        accesses++;
        digest = Mix.of(digest, offset, width, value, hart.get().retired());
    }

    private void patch(int piece) {
        if (!code.pieces().isEmpty()) {
            Piece source = code.pieces().get(Math.floorMod(piece, code.pieces().size()));
            byte[] bytes = source.bytes(memory.get());
            memory.get().writeBytes(code.address(piece >> 8), bytes, 0, bytes.length);
        }
    }
}
