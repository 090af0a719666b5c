package dev.vmkit.layers.image;

/**
 * The head of an ELF file.
 *
 * @param programs, sections where the program and section headers start, how many there are, and how far apart
 */
record ElfHeader(ElfBytes bytes, int type, int machine, long entry, Table programs, Table sections) {

    /** Entries of {@code size} bytes each from byte {@code offset} on. */
    record Table(long offset, int count, int size) {
        long entry(int index) {
            return offset + (long) index * size;
        }
    }

    private static final int IDENT = 16;
    private static final int RELOCATABLE = 1;
    private static final int EXECUTABLE = 2;
    private static final int SHARED = 3;

    static boolean magic(byte[] content) {
        return content.length >= 4 && content[0] == 0x7F && content[1] == 'E' && content[2] == 'L' && content[3] == 'F';
    }

    static ElfHeader read(byte[] content) {
        if (!magic(content)) {
            throw new IllegalArgumentException("the file does not start with the bytes 7F 45 4C 46 of an ELF file");
        }
        new ElfBytes(content, false, false).need(0, IDENT, "the start of the ELF header");
        boolean wide = choice(content[4], "class", "32-bit", "64-bit");
        boolean big = choice(content[5], "byte order", "little-endian", "big-endian");
        ElfBytes bytes = new ElfBytes(content, big, wide);
        bytes.need(0, wide ? 64 : 52, "the ELF header");
        int tail = wide ? 54 : 42;
        ElfHeader header = new ElfHeader(
                bytes,
                bytes.half(16),
                bytes.half(18),
                bytes.address(24),
                table(bytes, wide ? 32 : 28, tail, wide ? 56 : 32, "program header table"),
                table(bytes, wide ? 40 : 32, tail + 4, wide ? 64 : 40, "section header table"));
        header.checkType();
        return header;
    }

    private static boolean choice(byte value, String what, String first, String second) {
        if (value != 1 && value != 2) {
            throw new IllegalArgumentException(
                    "the ELF header's %s is %d, not 1 (%s) or 2 (%s)".formatted(what, value & 0xFF, first, second));
        }
        return value == 2;
    }

    private static Table table(ElfBytes bytes, int offsetAt, int sizeAt, int leastSize, String what) {
        Table table = new Table(bytes.address(offsetAt), bytes.half(sizeAt + 2), bytes.half(sizeAt));
        if (table.count() == 0) {
            return table;
        }
        if (table.size() < leastSize) {
            throw new IllegalArgumentException(
                    "entries of the %s have %d bytes, at least %d are needed".formatted(what, table.size(), leastSize));
        }
        bytes.need(table.offset(), (long) table.count() * table.size(), "the " + what);
        return table;
    }

    private void checkType() {
        if (type == RELOCATABLE) {
            throw new IllegalArgumentException("this is an object file that is not linked yet; link it to a program");
        }
        if (type != EXECUTABLE && type != SHARED) {
            throw new IllegalArgumentException("this ELF file of type " + type + " is not a program");
        }
    }
}
