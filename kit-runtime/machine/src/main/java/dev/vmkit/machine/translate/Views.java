package dev.vmkit.machine.translate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How translated code sees numbers of several bytes in memory. These are methods, and not their handles, since the JVM links a
 * call of a method at once, but takes its time for each place where a handle is used.
 */
final class Views {
    private static final VarHandle SHORTS = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_SHORTS = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_INTS = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_LONGS = view(long[].class, ByteOrder.BIG_ENDIAN);

    private Views() {}

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }

    static short load16(byte[] bytes, int offset) {
        return (short) SHORTS.get(bytes, offset);
    }

    static int load32(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset);
    }

    static long load64(byte[] bytes, int offset) {
        return (long) LONGS.get(bytes, offset);
    }

    static void store16(byte[] bytes, int offset, short value) {
        SHORTS.set(bytes, offset, value);
    }

    static void store32(byte[] bytes, int offset, int value) {
        INTS.set(bytes, offset, value);
    }

    static void store64(byte[] bytes, int offset, long value) {
        LONGS.set(bytes, offset, value);
    }

    static short loadBig16(byte[] bytes, int offset) {
        return (short) BIG_SHORTS.get(bytes, offset);
    }

    static int loadBig32(byte[] bytes, int offset) {
        return (int) BIG_INTS.get(bytes, offset);
    }

    static long loadBig64(byte[] bytes, int offset) {
        return (long) BIG_LONGS.get(bytes, offset);
    }

    static void storeBig16(byte[] bytes, int offset, short value) {
        BIG_SHORTS.set(bytes, offset, value);
    }

    static void storeBig32(byte[] bytes, int offset, int value) {
        BIG_INTS.set(bytes, offset, value);
    }

    static void storeBig64(byte[] bytes, int offset, long value) {
        BIG_LONGS.set(bytes, offset, value);
    }
}
