package dev.vmkit.layers.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small ELF files for tests: program headers, their bytes, and a symbol table. */
final class ElfFile {
    private final boolean wide;
    private final boolean big;
    private final List<long[]> headers = new ArrayList<>();
    private final List<Object[]> symbols = new ArrayList<>();
    private byte[] data = new byte[0];
    int type = 2;
    int machine = 243;
    long entry = 0x1000;

    ElfFile(boolean wide, boolean big) {
        this.wide = wide;
        this.big = big;
    }

    static ElfFile riscv() {
        return new ElfFile(true, false);
    }

    ElfFile data(byte... bytes) {
        data = bytes;
        return this;
    }

    /** A loadable segment whose bytes start at {@code offset} of the data. */
    ElfFile load(long offset, long address, long fileSize, long size) {
        return header(1, offset, address, fileSize, size);
    }

    ElfFile header(int kind, long offset, long address, long fileSize, long size) {
        headers.add(new long[] {kind, offset, address, fileSize, size});
        return this;
    }

    ElfFile symbol(String name, long value, int info) {
        symbols.add(new Object[] {name, value, info});
        return this;
    }

    byte[] bytes() {
        int head = wide ? 64 : 52;
        int phSize = wide ? 56 : 32;
        int dataAt = head + headers.size() * phSize;
        ByteBuffer out = ByteBuffer.allocate(dataAt + data.length + 4096)
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        StringBuilder strings = new StringBuilder("\0");
        int symbolsAt = dataAt + data.length;
        int symbolSize = wide ? 24 : 16;
        int stringsAt = symbolsAt + symbols.size() * symbolSize;
        out.put(new byte[] {0x7F, 'E', 'L', 'F', (byte) (wide ? 2 : 1), (byte) (big ? 2 : 1), 1})
                .position(16);
        out.putShort((short) type).putShort((short) machine).putInt(1);
        out.position(dataAt).put(data);
        for (int i = 0; i < symbols.size(); i++) {
            out.position(symbolsAt + i * symbolSize);
            symbol(out, strings.length(), (long) symbols.get(i)[1], (int) symbols.get(i)[2]);
            strings.append(symbols.get(i)[0]).append('\0');
        }
        out.position(stringsAt).put(strings.toString().getBytes(StandardCharsets.US_ASCII));
        int sectionsAt = out.position();
        section(out, 2, symbolsAt, symbols.size() * symbolSize, 1);
        section(out, 3, stringsAt, strings.length(), 0);
        int end = out.position();
        out.position(24);
        address(out, entry);
        address(out, head);
        address(out, sectionsAt);
        out.putInt(0).putShort((short) head).putShort((short) phSize).putShort((short) headers.size());
        out.putShort((short) (wide ? 64 : 40)).putShort((short) 2).putShort((short) 0);
        for (int i = 0; i < headers.size(); i++) {
            out.position(head + i * phSize);
            programHeader(out, headers.get(i), dataAt);
        }
        byte[] bytes = new byte[end];
        out.rewind().get(bytes);
        return bytes;
    }

    private void programHeader(ByteBuffer out, long[] h, int dataAt) {
        out.putInt((int) h[0]);
        if (wide) {
            out.putInt(7);
        }
        address(out, dataAt + h[1]);
        address(out, h[2]);
        address(out, h[2]);
        address(out, h[3]);
        address(out, h[4]);
    }

    private void symbol(ByteBuffer out, int name, long value, int info) {
        out.putInt(name);
        if (wide) {
            out.put((byte) info)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putLong(value)
                    .putLong(0);
        } else {
            out.putInt((int) value).putInt(0).put((byte) info).put((byte) 0).putShort((short) 1);
        }
    }

    private void section(ByteBuffer out, int kind, long offset, long size, int link) {
        out.putInt(0).putInt(kind);
        address(out, 0);
        address(out, 0);
        address(out, offset);
        address(out, size);
        out.putInt(link).putInt(0);
        address(out, 0);
        address(out, 0);
    }

    private void address(ByteBuffer out, long value) {
        if (wide) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }
}
