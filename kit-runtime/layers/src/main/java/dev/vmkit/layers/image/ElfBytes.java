package dev.vmkit.layers.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an ELF file, read in its byte order and word size; nothing outside the file can be reached. */
record ElfBytes(byte[] content, boolean big, boolean wide) {

    /** Makes sure that {@code length} bytes at {@code offset} exist; both are unsigned. */
    void need(long offset, long length, String what) {
        boolean inside = offset >= 0 && length >= 0 && offset <= content.length && length <= content.length - offset;
        if (!inside) {
            throw new IllegalArgumentException("the file ends after %s bytes, but %s takes %s bytes from byte %s on"
                    .formatted(content.length, what, Long.toUnsignedString(length), Long.toUnsignedString(offset)));
        }
    }

    int half(long offset) {
        return (int) number(offset, 2);
    }

    long word(long offset) {
        return number(offset, 4);
    }

    /** An address, offset or size: 4 bytes in a 32-bit file, 8 in a 64-bit one. */
    long address(long offset) {
        return number(offset, wide ? 8 : 4);
    }

    int octet(long offset) {
        return (int) number(offset, 1);
    }

    private long number(long offset, int length) {
        need(offset, length, "a field");
        long value = 0;
        for (int i = 0; i < length; i++) {
            int at = (int) offset + (big ? i : length - 1 - i);
            value = value << 8 | content[at] & 0xFF;
        }
        return value;
    }

    byte[] copy(long offset, long length) {
        return Arrays.copyOfRange(content, (int) offset, (int) (offset + length));
    }

    /** The name at {@code offset} of a string table, cut after 200 bytes; empty if it lies outside. */
    String name(long table, long tableSize, long offset) {
        if (offset >= tableSize) {
            return "";
        }
        int start = (int) (table + offset);
        int most = (int) Math.min(tableSize - offset, 200);
        int length = 0;
        while (length < most && content[start + length] != 0) {
            length++;
        }
        return new String(content, start, length, StandardCharsets.UTF_8);
    }
}
