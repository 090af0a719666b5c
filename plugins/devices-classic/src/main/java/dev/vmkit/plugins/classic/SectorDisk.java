package dev.vmkit.plugins.classic;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.Device;
import dev.vmkit.api.StateTree;
import java.io.IOException;
import java.util.Arrays;

/** Reads and writes sectors of a store, at once: a byte after the other goes through the register DATA. */
final class SectorDisk implements Device {
    private static final int LOW = 0;
    private static final int HIGH = 1;
    private static final int COMMAND = 2;
    private static final int STATUS = 3;
    private static final int DATA = 4;

    private static final int READ = 1;
    private static final int WRITE = 2;

    private static final int MISSING = 1;
    private static final int PROTECTED = 2;
    private static final int FAILED = 4;
    private static final int BUSY = 0x80;

    private final BlockStore store;
    private final byte[] buffer;

    private int sector;
    private int status;
    /** The command that is being carried out, or 0. */
    private int command;
    /** Bytes of the buffer that went through DATA. */
    private int done;

    SectorDisk(BlockStore store, int bytes) {
        this.store = store;
        this.buffer = new byte[bytes];
    }

    @Override
    public void reset() {
        Arrays.fill(buffer, (byte) 0);
        sector = 0;
        status = 0;
        end();
    }

    private void end() {
        command = 0;
        done = 0;
    }

    @Override
    public long read(long offset, int width) {
        return switch ((int) offset) {
            case LOW -> sector & 0xFF;
            case HIGH -> sector >> 8;
            case STATUS -> status | (command == 0 ? 0 : BUSY);
            case DATA -> give();
            default -> 0;
        };
    }

    private int give() {
        if (command != READ) {
            return 0xFF;
        }
        int value = buffer[done++] & 0xFF;
        if (done == buffer.length) {
            end();
        }
        return value;
    }

    @Override
    public void write(long offset, int width, long value) {
        int given = (int) value & 0xFF;
        switch ((int) offset) {
            case LOW -> sector = sector & 0xFF00 | given;
            case HIGH -> sector = sector & 0xFF | given << 8;
            case COMMAND -> begin(given);
            case DATA -> take((byte) given);
            default -> {}
        }
    }

    private long position() {
        return (long) sector * buffer.length;
    }

    private void begin(int wanted) {
        end();
        if (wanted != READ && wanted != WRITE) {
            return;
        }
        status = position() + buffer.length > store.size() ? MISSING : 0;
        if (status == 0 && wanted == WRITE && !store.writable()) {
            status = PROTECTED;
        }
        if (status == 0 && wanted == READ) {
            tried(() -> store.read(position(), buffer, 0, buffer.length));
        }
        command = status == 0 ? wanted : 0;
    }

    private void take(byte value) {
        if (command != WRITE) {
            return;
        }
        buffer[done++] = value;
        if (done == buffer.length) {
            tried(() -> store.write(position(), buffer, 0, buffer.length));
            end();
        }
    }

    /** What may fail because of the host. */
    private interface Transfer {
        void run() throws IOException;
    }

    private void tried(Transfer transfer) {
        try {
            transfer.run();
        } catch (IOException hostFailed) {
            status = FAILED;
        }
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY
                .with("sector", sector)
                .with("status", status)
                .with("command", command)
                .with("done", done)
                .with("buffer", buffer);
    }

    @Override
    public void load(StateTree state) {
        int savedSector = (int) state.number("sector", 0, 0xFFFF);
        int savedStatus = (int) state.number("status", 0, MISSING | PROTECTED | FAILED);
        int savedCommand = (int) state.number("command", 0, WRITE);
        int savedDone = (int) state.number("done", 0, buffer.length - 1);
        byte[] bytes = state.bytes("buffer");
        if (bytes.length != buffer.length) {
            throw new IllegalArgumentException("a sector has " + buffer.length + " bytes, not " + bytes.length);
        }
        sector = savedSector;
        status = savedStatus;
        command = savedCommand;
        done = savedDone;
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
    }
}
