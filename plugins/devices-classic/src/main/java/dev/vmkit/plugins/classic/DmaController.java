package dev.vmkit.plugins.classic;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.Clock;
import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Moves blocks of at most {@link #BLOCK} bytes, each when the time for it has passed, so that its registers tell how far it is and
 * no event is longer than that. It is in Java because bodies in YAML reach no memory.
 */
final class DmaController implements Device {
    static final int BLOCK = 256;

    private static final int SOURCE = 0;
    private static final int TARGET = 4;
    private static final int COUNT = 8;
    private static final int CONTROL = 12;
    private static final int STATUS = 13;
    private static final int SIZE = 14;

    private static final int GO = 1;
    private static final int ENABLE = 0x10;
    private static final int CONTROL_BITS = 0x17;
    private static final int FILL = 1;
    private static final int SEND = 2;
    private static final int TAKE = 3;

    private static final int BUSY = 0x80;
    private static final int DONE = 0x40;
    private static final int FAULT = 0x20;

    private static final long ADDRESS = 0xFFFF_FFFFL;
    private static final Timer NOTHING = () -> {};
    private static final long NEVER = -1;

    private final DmaPort memory;
    private final ByteStream port;
    private final InterruptLine irq;
    private final Clock clock;
    private final long nanos;
    private final byte[] block = new byte[BLOCK];
    private final ByteBuffer registers = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private Timer timer = NOTHING;
    private long due = NEVER;

    DmaController(DeviceContext context, long nanosAByte) {
        memory = context.dma();
        port = context.stream("port");
        irq = context.interrupt("irq");
        clock = context.clock();
        nanos = nanosAByte;
        port.onInput(this::arrived);
    }

    @Override
    public void reset() {
        schedule(NEVER);
        Arrays.fill(registers.array(), (byte) 0);
        signal();
    }

    @Override
    public long read(long offset, int width) {
        return switch (width) {
            case Byte.SIZE -> registers.get((int) offset);
            case Short.SIZE -> registers.getShort((int) offset);
            default -> registers.getInt((int) offset);
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        for (int i = 0; i < width / Byte.SIZE; i++) {
            write((int) offset + i, (int) (value >> i * Byte.SIZE) & 0xFF);
        }
    }

    private void write(int at, int value) {
        if (at == CONTROL) {
            registers.put(CONTROL, (byte) (value & CONTROL_BITS));
            begin();
        } else if (at < CONTROL) {
            registers.put(at, (byte) value);
        }
    }

    private int mode() {
        return registers.get(CONTROL) >> 1 & 3;
    }

    private long address(int register) {
        return registers.getInt(register) & ADDRESS;
    }

    private void begin() {
        status((registers.get(CONTROL) & GO) == 0 ? 0 : BUSY);
        expect();
    }

    /** Asks for the time when the next block will have been moved; for input the port itself tells. */
    private void expect() {
        boolean busy = registers.get(STATUS) < 0;
        schedule(busy ? clock.now() + nanos * Math.min(BLOCK, address(COUNT)) : NEVER);
    }

    private void schedule(long at) {
        timer.cancel();
        due = at;
        timer = at == NEVER ? NOTHING : clock.at(at, this::move);
    }

    private void status(int status) {
        registers.put(STATUS, (byte) status);
        signal();
    }

    private void signal() {
        irq.set((registers.get(CONTROL) & ENABLE) != 0 && (registers.get(STATUS) & (DONE | FAULT)) != 0);
    }

    private void arrived() {
        if (registers.get(STATUS) < 0 && mode() == TAKE && due == NEVER) {
            expect();
        }
    }

    private void move() {
        due = NEVER;
        int length = (int) Math.min(BLOCK, address(COUNT));
        int moved = taken(length);
        if (moved < 0 || !given(moved)) {
            status(FAULT);
            return;
        }
        advance(moved);
        if (address(COUNT) == 0) {
            status(DONE);
        } else if (moved == length) {
            expect();
        }
    }

    /** Fills the block; how many bytes there were, or -1 if there is no memory there. */
    private int taken(int length) {
        switch (mode()) {
            case FILL -> Arrays.fill(block, registers.get(SOURCE));
            case TAKE -> {
                int count = 0;
                while (count < length && port.ready()) {
                    block[count++] = (byte) port.read();
                }
                return count;
            }
            default -> {
                return memory.read(address(SOURCE), block, 0, length) ? length : -1;
            }
        }
        return length;
    }

    private boolean given(int length) {
        if (mode() == SEND) {
            for (int i = 0; i < length; i++) {
                port.write(block[i] & 0xFF);
            }
            return true;
        }
        return memory.write(address(TARGET), block, 0, length);
    }

    /** Registers that are no addresses in this mode stay. */
    private void advance(int moved) {
        if (mode() == 0 || mode() == SEND) {
            registers.putInt(SOURCE, registers.getInt(SOURCE) + moved);
        }
        if (mode() != SEND) {
            registers.putInt(TARGET, registers.getInt(TARGET) + moved);
        }
        registers.putInt(COUNT, registers.getInt(COUNT) - moved);
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("registers", registers.array().clone()).with("due", due);
    }

    @Override
    public void load(StateTree state) {
        byte[] saved = state.bytes("registers");
        long when = state.number("due", NEVER, Long.MAX_VALUE);
        if (saved.length != SIZE) {
            throw new IllegalArgumentException("there are " + SIZE + " bytes of registers, not " + saved.length);
        }
        if ((saved[CONTROL] & 0xFF & ~CONTROL_BITS) != 0 || (saved[STATUS] & 0xFF & ~(BUSY | DONE | FAULT)) != 0) {
            throw new IllegalArgumentException("CONTROL and STATUS have bits that do not exist");
        }
        registers.put(0, saved);
        schedule(when);
    }
}
