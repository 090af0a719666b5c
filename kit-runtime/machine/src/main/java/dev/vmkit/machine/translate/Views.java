package dev.vmkit.machine.translate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How translated code sees numbers of several bytes in memory. The names of the fields are part of what it is written to. */
final class Views {
    static final VarHandle SHORT_LITTLE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT_LITTLE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG_LITTLE = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle SHORT_BIG = view(short[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle INT_BIG = view(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle LONG_BIG = view(long[].class, ByteOrder.BIG_ENDIAN);

    private Views() {}

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }
}
