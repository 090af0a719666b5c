package dev.vmkit.tools.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A kernel module for tests: code with one relocation, as many compiler's labels as wanted, and what it says of itself. */
public final class ObjectFile {
    private static final int HEADER = 64;
    private static final int LOCAL_LABEL = 0;
    private static final int LOCAL_FUNCTION = 2;
    private static final int GLOBAL = 0x10;

    private record Section(String name, int type, byte[] content, int link, int info) {}

    private final List<Section> sections = new ArrayList<>();

    private ObjectFile() {}

    /** A module that needs others, with {@code labels} local symbols, of which the relocation refers to the last. */
    public static byte[] module(String depends, String alias, int labels) {
        ObjectFile file = new ObjectFile();
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteBuffer symbols = buffer((labels + 3) * 24);
        symbols.put(new byte[24]);
        names.write(0);
        for (int i = 1; i <= labels; i++) {
            symbol(symbols, names, ".L" + i, LOCAL_LABEL, i);
        }
        symbol(symbols, names, "static_function", LOCAL_FUNCTION, 0x100);
        symbol(symbols, names, "printk", GLOBAL, 0);
        String info = "license=GPL\0depends=" + depends + "\0alias=" + alias + "\0name=test\0";
        byte[] relocation =
                buffer(24).putLong(8).putInt(23).putInt(labels).putLong(4).array();
        file.add("", 0, new byte[0], 0, 0);
        file.add(".text", 1, "code of the module".getBytes(StandardCharsets.US_ASCII), 0, 0);
        file.add(".rela.text", 4, relocation, 4, 1);
        file.add(".modinfo", 1, info.getBytes(StandardCharsets.US_ASCII), 0, 0);
        file.add(".symtab", 2, symbols.array(), 5, labels + 2);
        file.add(".strtab", 3, names.toByteArray(), 0, 0);
        return file.bytes();
    }

    private void add(String name, int type, byte[] content, int link, int info) {
        sections.add(new Section(name, type, content, link, info));
    }

    private static void symbol(ByteBuffer symbols, ByteArrayOutputStream names, String name, int info, long value) {
        symbols.putInt(names.size()).put((byte) info).put((byte) 0).putShort((short) 1);
        symbols.putLong(value).putLong(0);
        names.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        names.write(0);
    }

    private byte[] bytes() {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        List<Integer> nameAt = new ArrayList<>();
        add(".shstrtab", 3, new byte[0], 0, 0);
        for (Section section : sections) {
            nameAt.add(names.size());
            names.writeBytes(section.name().getBytes(StandardCharsets.US_ASCII));
            names.write(0);
        }
        sections.removeLast();
        add(".shstrtab", 3, names.toByteArray(), 0, 0);
        return layOut(nameAt);
    }

    private byte[] layOut(List<Integer> nameAt) {
        int end = HEADER + sections.stream().mapToInt(s -> s.content().length).sum();
        ByteBuffer file = buffer(end + sections.size() * HEADER);
        file.putInt(0x464C457F).put((byte) 2).put((byte) 1).put((byte) 1);
        file.putShort(16, (short) 1).putShort(18, (short) 243).putLong(40, end);
        file.putShort(58, (short) HEADER).putShort(60, (short) sections.size());
        file.putShort(62, (short) (sections.size() - 1));
        int at = HEADER;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            int header = end + i * HEADER;
            file.putInt(header, nameAt.get(i)).putInt(header + 4, section.type());
            file.putLong(header + 24, at).putLong(header + 32, section.content().length);
            file.putInt(header + 40, section.link()).putInt(header + 44, section.info());
            file.putLong(header + 48, 1);
            file.put(at, section.content());
            at += section.content().length;
        }
        return file.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
