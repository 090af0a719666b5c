package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.Reach;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Ram;

/**
 * A space as quick regions reach it: by calls of these methods, which the JVM compiles once for all of them. An access that has no
 * straight way is not done, and the passage says that it is for the interpreter.
 */
final class QuickAccess {
    private final Ram ram;
    private final byte[] bytes;
    private final boolean big;
    private final boolean flat;
    private final long start;
    private final int pageShift;
    private final int unitShift;
    private final long units;

    private QuickAccess(Ram ram, boolean big, boolean flat, long start, int pageShift) {
        this.ram = ram;
        this.bytes = ram.bytes();
        this.big = big;
        this.flat = flat;
        this.start = start;
        this.pageShift = pageShift;
        this.unitShift = Integer.numberOfTrailingZeros(ram.unitBytes());
        this.units = ram.size();
    }

    /** The space that is reached in that way. */
    static QuickAccess of(Reach reach, boolean big) {
        return switch (reach) {
            case Reach.Flat flat -> new QuickAccess(flat.ram(), big, true, flat.start(), 0);
            case Reach.Paged paged -> new QuickAccess(paged.ram(), big, false, 0, paged.pageShift());
            case Reach.Nothing _ -> throw new IllegalStateException("no way to this space");
        };
    }

    long load8(long address, Passage passage) {
        int offset = loaded(address, 1, passage);
        return offset < 0 ? 0 : bytes[offset] & 0xFFL;
    }

    long load16(long address, Passage passage) {
        int offset = loaded(address, 2, passage);
        return offset < 0 ? 0 : Bytes.get(bytes, offset, Short.SIZE, big);
    }

    long load32(long address, Passage passage) {
        int offset = loaded(address, 4, passage);
        return offset < 0 ? 0 : Bytes.get(bytes, offset, Integer.SIZE, big);
    }

    long load64(long address, Passage passage) {
        int offset = loaded(address, 8, passage);
        return offset < 0 ? 0 : Bytes.get(bytes, offset, Long.SIZE, big);
    }

    void store8(long address, long value, Passage passage) {
        int offset = stored(address, 1, passage);
        if (offset >= 0) {
            bytes[offset] = (byte) value;
        }
    }

    void store16(long address, long value, Passage passage) {
        int offset = stored(address, 2, passage);
        if (offset >= 0) {
            Bytes.set(bytes, offset, Short.SIZE, big, value);
        }
    }

    void store32(long address, long value, Passage passage) {
        int offset = stored(address, 4, passage);
        if (offset >= 0) {
            Bytes.set(bytes, offset, Integer.SIZE, big, value);
        }
    }

    void store64(long address, long value, Passage passage) {
        int offset = stored(address, 8, passage);
        if (offset >= 0) {
            Bytes.set(bytes, offset, Long.SIZE, big, value);
        }
    }

    /** The offset of an access that loads so many bytes; negative if it is for the interpreter. */
    private int loaded(long address, int length, Passage passage) {
        int wanted = length >>> unitShift;
        long at = flat ? address - start : address + addend(passage.loads, address);
        boolean aligned = flat || (at & (wanted - 1)) == 0; // else it might end in another page
        return aligned && isWithin(at, wanted) ? (int) at << unitShift : refused(passage);
    }

    private int stored(long address, int length, Passage passage) {
        int wanted = length >>> unitShift;
        long at = flat ? address - start : address + addend(passage.stores, address);
        if ((at & (wanted - 1)) != 0 || !isWithin(at, wanted)) {
            return refused(passage);
        }
        int offset = (int) at << unitShift;
        return ram.isWatched(offset, length) ? refused(passage) : offset;
    }

    private static int refused(Passage passage) {
        passage.interpret = true;
        return -1;
    }

    private long addend(long[] table, long address) {
        return table[(int) (address >>> pageShift) & (table.length - 1)];
    }

    private boolean isWithin(long at, int wanted) {
        return at >= 0 && at <= units - wanted;
    }
}
