package dev.vmkit.machine.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Values of 8 to 64 bits in a byte array, in either byte order, bounds-checked. The fast path of every RAM access; also what
 * translated code calls, by these names: the JVM links a call of a method at once, and takes its time for each place where a
 * handle is used.
 */
public final class Bytes {
    private static final VarHandle SHORT_LE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_LE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_LE = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT_BE = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_BE = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_BE = view(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }

    /** The zero-extended value of {@code width} bits (8, 16, 32, 64) at a byte offset. */
    public static long get(byte[] bytes, int offset, int width, boolean big) {
        return switch (width) {
            case 8 -> bytes[offset] & 0xFFL;
            case 16 -> (short) (big ? SHORT_BE : SHORT_LE).get(bytes, offset) & 0xFFFFL;
            case 32 -> (int) (big ? INT_BE : INT_LE).get(bytes, offset) & 0xFFFFFFFFL;
            case 64 -> (long) (big ? LONG_BE : LONG_LE).get(bytes, offset);
            default -> throw new IllegalArgumentException("no access of " + width + " bits");
        };
    }

    /** Stores the low {@code width} bits (8, 16, 32, 64) of a value at a byte offset. */
    public static void set(byte[] bytes, int offset, int width, boolean big, long value) {
        switch (width) {
            case 8 -> bytes[offset] = (byte) value;
            case 16 -> (big ? SHORT_BE : SHORT_LE).set(bytes, offset, (short) value);
            case 32 -> (big ? INT_BE : INT_LE).set(bytes, offset, (int) value);
            case 64 -> (big ? LONG_BE : LONG_LE).set(bytes, offset, value);
            default -> throw new IllegalArgumentException("no access of " + width + " bits");
        }
    }

    public static short load16Little(byte[] bytes, int offset) {
        return (short) SHORT_LE.get(bytes, offset);
    }

    public static void store16Little(byte[] bytes, int offset, short value) {
        SHORT_LE.set(bytes, offset, value);
    }

    public static int load32Little(byte[] bytes, int offset) {
        return (int) INT_LE.get(bytes, offset);
    }

    public static void store32Little(byte[] bytes, int offset, int value) {
        INT_LE.set(bytes, offset, value);
    }

    public static long load64Little(byte[] bytes, int offset) {
        return (long) LONG_LE.get(bytes, offset);
    }

    public static void store64Little(byte[] bytes, int offset, long value) {
        LONG_LE.set(bytes, offset, value);
    }

    public static short load16Big(byte[] bytes, int offset) {
        return (short) SHORT_BE.get(bytes, offset);
    }

    public static void store16Big(byte[] bytes, int offset, short value) {
        SHORT_BE.set(bytes, offset, value);
    }

    public static int load32Big(byte[] bytes, int offset) {
        return (int) INT_BE.get(bytes, offset);
    }

    public static void store32Big(byte[] bytes, int offset, int value) {
        INT_BE.set(bytes, offset, value);
    }

    public static long load64Big(byte[] bytes, int offset) {
        return (long) LONG_BE.get(bytes, offset);
    }

    public static void store64Big(byte[] bytes, int offset, long value) {
        LONG_BE.set(bytes, offset, value);
    }
}
