package dev.vmkit.assembly.assemble;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the first stage tells dynamic firmware about the stage after it: OpenSBI's {@code struct fw_dynamic_info}, version 2
 * (include/sbi/fw_dynamic.h).
 *
 * @param wide whether a word has 64 bits, otherwise 32
 * @param next where the next stage starts
 */
record FirmwareInfo(boolean wide, ByteOrder order, long next) {
    private static final long MAGIC = 0x4942_534F; // "OSBI"
    private static final long VERSION = 2;
    private static final long SUPERVISOR = 1;
    private static final long NO_OPTIONS = 0;
    private static final long FIRST_HART = 0;

    byte[] bytes() {
        long[] words = {MAGIC, VERSION, next, SUPERVISOR, NO_OPTIONS, FIRST_HART};
        ByteBuffer bytes = ByteBuffer.allocate(words.length * (wide ? Long.BYTES : Integer.BYTES))
                .order(order);
        for (long word : words) {
            if (wide) {
                bytes.putLong(word);
            } else {
                bytes.putInt((int) word);
            }
        }
        return bytes.array();
    }
}
