package dev.vmkit.plugins.devices;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.PowerSwitch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The proxied system calls of the host-target interface: an odd payload ends the program, an even one is the address of
 * a block of eight double words, number and arguments, whose first takes the result. Numbers are those of Linux on RISC-V.
 */
final class SystemCalls {
    private static final int BLOCK = 64;
    private static final int WRITE = 64;
    private static final int EXIT = 93;
    private static final long MOST_BYTES = 1 << 20;
    private static final long NO_SUCH_CALL = -38;
    private static final long BAD_ADDRESS = -14;

    private final DmaPort memory;
    private final ByteStream console;
    private final PowerSwitch power;

    SystemCalls(DmaPort memory, ByteStream console, PowerSwitch power) {
        this.memory = memory;
        this.console = console;
        this.power = power;
    }

    /** Does what the payload says; whether the program waits for an answer. */
    boolean call(long payload) {
        if ((payload & 1) != 0) {
            power.off((int) (payload >>> 1));
            return false;
        }
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        if (!memory.read(payload, block.array(), 0, BLOCK)) {
            return false;
        }
        long number = block.getLong(0);
        if (number == EXIT) {
            power.off((int) block.getLong(8));
            return false;
        }
        block.putLong(0, number == WRITE ? write(block.getLong(16), block.getLong(24)) : NO_SUCH_CALL);
        return memory.write(payload, block.array(), 0, BLOCK);
    }

    private long write(long address, long length) {
        if (length < 0 || length > MOST_BYTES) {
            return BAD_ADDRESS;
        }
        byte[] text = new byte[(int) length];
        if (!memory.read(address, text, 0, text.length)) {
            return BAD_ADDRESS;
        }
        for (byte character : text) {
            console.write(character & 0xFF);
        }
        return length;
    }
}
