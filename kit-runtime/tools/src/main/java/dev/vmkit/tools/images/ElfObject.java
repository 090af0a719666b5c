package dev.vmkit.tools.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A relocatable ELF file for a little-endian 64-bit processor, such as a kernel module; see "Tool Interface Standard,
 * Executable and Linking Format", 1.2, and the 64-bit format. Whatever points out of the file throws
 * {@link IndexOutOfBoundsException}, and so do sections that overlap so much that they have more bytes than the file.
 *
 * @param bytes the file
 */
record ElfObject(ByteBuffer bytes, List<Section> sections) {
    static final int HEADER = 64;
    static final int SECTION_HEADER = 64;

    private static final int MAGIC = 0x464C_457F;
    private static final int NO_BITS = 8;
    private static final int LONGEST_NAME = 1 << 10;

    /**
     * A section.
     *
     * @param nameAt where its name stands in the section of names
     * @param link, info, entry what these mean depends on the type
     */
    record Section(int nameAt, int type, int offset, int size, int link, int info, long alignment) {
        /** The number of bytes it has in the file. */
        int stored() {
            return type == NO_BITS ? 0 : size;
        }
    }

    static ElfObject read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MAGIC || bytes.get(4) != 2 || bytes.get(5) != 1) {
            throw new IndexOutOfBoundsException("no ELF file of a little-endian 64-bit processor");
        }
        List<Section> sections = new ArrayList<>();
        int table = whole(bytes.getLong(40));
        int left = file.length;
        for (int i = 0; i < Short.toUnsignedInt(bytes.getShort(60)); i++) {
            Section section = section(bytes, table + i * SECTION_HEADER);
            left -= section.stored();
            if (left < 0) {
                throw new IndexOutOfBoundsException("its sections have more bytes than the file");
            }
            sections.add(section);
        }
        return new ElfObject(bytes, List.copyOf(sections));
    }

    private static Section section(ByteBuffer bytes, int at) {
        Section section = new Section(
                bytes.getInt(at),
                bytes.getInt(at + 4),
                whole(bytes.getLong(at + 24)),
                whole(bytes.getLong(at + 32)),
                bytes.getInt(at + 40),
                bytes.getInt(at + 44),
                Math.clamp(bytes.getLong(at + 48), 1, 1 << 16));
        if (section.stored() > 0) {
            bytes.get(section.offset() + section.stored() - 1);
        }
        return section;
    }

    /** A number that is less than the size of any file. */
    private static int whole(long value) {
        if (value < 0 || value > 1 << 29) {
            throw new IndexOutOfBoundsException(value + " lies outside of the file");
        }
        return (int) value;
    }

    Section section(int index) {
        return sections.get(index);
    }

    /** The section of this name. */
    Optional<Section> section(String name) {
        Section names = section(Short.toUnsignedInt(bytes.getShort(62)));
        return sections.stream()
                .filter(section -> text(names, section.nameAt()).equals(name))
                .findFirst();
    }

    byte[] content(Section section) {
        byte[] content = new byte[section.stored()];
        bytes.get(section.offset(), content);
        return content;
    }

    /** The text that begins somewhere in a section of texts. */
    String text(Section texts, int at) {
        int start = texts.offset() + at;
        int end = start;
        while (bytes.get(end) != 0 && end - start < LONGEST_NAME) {
            end++;
        }
        byte[] text = new byte[end - start];
        bytes.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
