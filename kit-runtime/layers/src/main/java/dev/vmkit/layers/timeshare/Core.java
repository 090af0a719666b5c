package dev.vmkit.layers.timeshare;

import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The part of a machine's memory that programs take turns in; the rest is the monitor's. A program lies in one piece,
 * which begins and ends with a page.
 */
public final class Core {
    /** A program's piece; sizes and addresses in words. */
    private record Piece(long base, long size) {
        long end() {
            return base + size;
        }
    }

    private final Ram ram;
    private final long ramStart;
    private final long start;
    private final long size;
    private final Map<Integer, Piece> pieces = new TreeMap<>();

    private Core(Ram ram, long ramStart, long start, long size) {
        this.ram = ram;
        this.ramStart = ramStart;
        this.start = start;
        this.size = size;
    }

    /**
     * The last pages of a memory.
     *
     * @param at an address in it
     * @param words how many there are; rounded up to pages
     * @throws IllegalArgumentException if no memory that can be written has so many pages there
     */
    public static Core atEndOf(AddressSpace space, long at, long words) {
        Mapping mapping = space.find(at);
        if (!(mapping.region() instanceof Ram ram) || !ram.writable() || words < 1 || words > ram.size()) {
            throw new IllegalArgumentException("there is no memory of " + words + " words at " + at);
        }
        long page = pageWords(space.unitBytes());
        long size = pages(words, page);
        long start = ram.size() / page * page - size;
        if (start < 0) {
            throw new IllegalArgumentException("the memory at " + at + " has no " + size + " words in whole pages");
        }
        return new Core(ram, mapping.start(), mapping.start() + start, size);
    }

    /** Words in a page. */
    public static long pageWords(int wordBytes) {
        return Ram.PAGE_BYTES / wordBytes;
    }

    /** Words in whole pages that so many words take. */
    public static long pages(long words, long page) {
        return (words + page - 1) / page * page;
    }

    /** Bytes in a word. */
    int wordBytes() {
        return ram.unitBytes();
    }

    /** Words in whole pages that so many words take. */
    long pages(long words) {
        return pages(words, pageWords(wordBytes()));
    }

    /** Its first address. */
    public long start() {
        return start;
    }

    /** Words it has. */
    public long size() {
        return size;
    }

    /** Where a program lies, if it is in core. */
    OptionalLong base(int program) {
        Piece piece = pieces.get(program);
        return piece == null ? OptionalLong.empty() : OptionalLong.of(piece.base);
    }

    /**
     * Gives a program that piece.
     *
     * @throws IllegalArgumentException if it is not free
     */
    void claim(int program, long base, long words) {
        boolean taken = pieces.values().stream().anyMatch(piece -> base < piece.end() && piece.base < base + words);
        if (taken || base < start || words < 1 || words > size || base - start > size - words) {
            throw new IllegalArgumentException("program " + program + " cannot lie at " + base);
        }
        pieces.put(program, new Piece(base, words));
    }

    /** Gives a program the first piece that is free and large enough; whether there is one. */
    boolean claim(int program, long words) {
        OptionalLong base = firstFree(words);
        base.ifPresent(at -> pieces.put(program, new Piece(at, words)));
        return base.isPresent();
    }

    private OptionalLong firstFree(long words) {
        long at = start;
        for (Piece piece : pieces.values().stream()
                .sorted((a, b) -> Long.compare(a.base, b.base))
                .toList()) {
            if (piece.base - at >= words) {
                return OptionalLong.of(at);
            }
            at = piece.end();
        }
        return start + size - at >= words ? OptionalLong.of(at) : OptionalLong.empty();
    }

    /** A program is in core no more. */
    void release(int program) {
        pieces.remove(program);
    }

    /** A copy of what a program's piece holds. */
    byte[] get(int program) {
        int offset = offset(program);
        return Arrays.copyOfRange(ram.bytes(), offset, offset + bytes(program));
    }

    /** Fills a program's piece. */
    void put(int program, byte[] image) {
        ram.put(offset(program), image, 0, Math.min(image.length, bytes(program)));
    }

    private int offset(int program) {
        return Math.toIntExact((piece(program).base - ramStart) * ram.unitBytes());
    }

    private int bytes(int program) {
        return Math.toIntExact(piece(program).size * ram.unitBytes());
    }

    private Piece piece(int program) {
        Piece piece = pieces.get(program);
        if (piece == null) {
            throw new IllegalStateException("program " + program + " is not in core");
        }
        return piece;
    }
}
