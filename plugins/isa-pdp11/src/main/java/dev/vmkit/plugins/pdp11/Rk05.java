package dev.vmkit.plugins.pdp11;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.DmaPort;
import java.io.IOException;
import java.util.Arrays;

/**
 * An RK05 drive: 203 cylinders of 2 surfaces of 12 sectors of 256 words, which follow each other in the image. An image may
 * be shorter; what lies behind its end reads 0 and cannot be written.
 */
final class Rk05 {
    private static final int SECTORS = 12;
    private static final int CYLINDERS = 203;
    private static final int SECTOR_BYTES = 512;
    private static final int ALL = CYLINDERS * 2 * SECTORS;

    /** In RKER. */
    static final int NO_DRIVE = 0x80;

    private static final int OVERRUN = 0x4000;
    private static final int WRITE_PROTECTED = 0x2000;
    private static final int NO_MEMORY = 0x0400;
    private static final int DRIVE_ERROR = 0x8000;
    private static final int NO_CYLINDER = 0x40;
    private static final int NO_SECTOR = 0x20;
    private static final int COMPARE = 1;
    private static final int SOFT = 0x0003;

    /** What RKCS asks for, by its number. */
    enum Function {
        RESET_CONTROLLER,
        WRITE,
        READ,
        COMPARE,
        SEEK,
        CHECK,
        RESET_DRIVE,
        PROTECT;

        /** Whether words pass by, and RKWC counts them. */
        boolean moves() {
            return this == WRITE || this == READ || this == COMPARE || this == CHECK;
        }
    }

    /**
     * How a function went.
     *
     * @param errors bits of RKER
     * @param words how many passed by
     * @param memoryWords how far RKBA has moved
     * @param place the sector after the last one, as in RKDA
     */
    record Outcome(int errors, int words, int memoryWords, int place) {}

    private final BlockStore image;
    private final DmaPort memory;
    private boolean off;

    Rk05(BlockStore image, DmaPort memory) {
        if (image.size() > (long) ALL * SECTOR_BYTES) {
            throw new IllegalArgumentException(
                    "the image has %,d bytes, an RK05 no more than %,d".formatted(image.size(), ALL * SECTOR_BYTES));
        }
        this.image = image;
        this.memory = memory;
    }

    void reset() {
        off = false;
    }

    static int hard(int errors) {
        return errors & ~SOFT;
    }

    static boolean isHard(int errors) {
        return hard(errors) != 0;
    }

    boolean isProtected() {
        return off || !image.writable();
    }

    /** Whether a program has protected it. */
    boolean isSwitchedOff() {
        return off;
    }

    void switchOff(boolean protect) {
        off = protect;
    }

    /**
     * Carries out a function at a place on the disk.
     *
     * @param address in memory, of 18 bits
     * @param words within [1, 65536]
     * @param inhibit whether the address stays where it is, for all words
     */
    Outcome perform(Function function, int place, int address, int words, boolean inhibit) {
        if (function == Function.PROTECT || function == Function.RESET_DRIVE) {
            off = function == Function.PROTECT;
            return new Outcome(0, 0, 0, place);
        }
        int wrong = ((place & 0xF) >= SECTORS ? NO_SECTOR : 0) | ((place >> 5 & 0xFF) >= CYLINDERS ? NO_CYLINDER : 0);
        wrong |= function == Function.WRITE && isProtected() ? WRITE_PROTECTED : 0;
        if (wrong != 0 || !function.moves()) {
            return new Outcome(wrong, 0, 0, place);
        }
        int first = (place >> 4 & 0x1FF) * SECTORS + (place & 0xF);
        int count = Math.min(words, (ALL - first) * SECTOR_BYTES / 2);
        try {
            int errors = move(function, first, address, count, inhibit) | (count < words ? OVERRUN : 0);
            int memoryWords = inhibit || function == Function.CHECK ? 0 : count;
            return new Outcome(errors, count, memoryWords, after(first, count));
        } catch (IOException broken) {
            return new Outcome(DRIVE_ERROR, 0, 0, place);
        }
    }

    private static int after(int first, int words) {
        int next = first + (words * 2 + SECTOR_BYTES - 1) / SECTOR_BYTES;
        return next / SECTORS << 4 & 0x1FF0 | next % SECTORS;
    }

    private int move(Function function, int sector, int address, int words, boolean inhibit) throws IOException {
        byte[] bytes = new byte[words * 2];
        long position = (long) sector * SECTOR_BYTES;
        return switch (function) {
            case READ -> {
                load(position, bytes);
                yield deliver(address, bytes, inhibit);
            }
            case WRITE -> collect(address, bytes, inhibit) ? store(position, bytes) : NO_MEMORY;
            case COMPARE -> {
                byte[] kept = new byte[bytes.length];
                load(position, kept);
                yield !collect(address, bytes, inhibit) ? NO_MEMORY : Arrays.equals(bytes, kept) ? 0 : COMPARE;
            }
            default -> 0;
        };
    }

    /** With inhibit all words go to one address, and the last one stays. */
    private int deliver(int address, byte[] bytes, boolean inhibit) {
        int from = inhibit ? bytes.length - 2 : 0;
        return memory.write(address, bytes, from, bytes.length - from) ? 0 : NO_MEMORY;
    }

    private boolean collect(int address, byte[] bytes, boolean inhibit) {
        if (!inhibit) {
            return memory.read(address, bytes, 0, bytes.length);
        }
        boolean there = memory.read(address, bytes, 0, 2);
        for (int i = 2; i < bytes.length; i++) {
            bytes[i] = bytes[i - 2];
        }
        return there;
    }

    private void load(long position, byte[] bytes) throws IOException {
        int there = Math.clamp(image.size() - position, 0, bytes.length);
        if (there > 0) {
            image.read(position, bytes, 0, there);
        }
    }

    /** The rest of the last sector becomes 0. */
    private int store(long position, byte[] bytes) throws IOException {
        byte[] sectors = Arrays.copyOf(bytes, (bytes.length + SECTOR_BYTES - 1) / SECTOR_BYTES * SECTOR_BYTES);
        if (position + sectors.length > image.size()) {
            return DRIVE_ERROR;
        }
        image.write(position, sectors, 0, sectors.length);
        return 0;
    }
}
