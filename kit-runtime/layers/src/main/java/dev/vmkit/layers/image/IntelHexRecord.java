package dev.vmkit.layers.image;

import java.util.Arrays;
import java.util.HexFormat;

/** One line of an Intel HEX file: {@code :LLAAAATT<data>CC}. */
record IntelHexRecord(int offset, int type, byte[] data) {
    private static final int FRAME = 5;

    static IntelHexRecord parse(String line) {
        if (!line.startsWith(":")) {
            throw new IllegalArgumentException("a record starts with ':'");
        }
        byte[] bytes = digits(line);
        int length = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        if (bytes.length != length + FRAME) {
            throw new IllegalArgumentException(
                    "the record says it has %d data bytes, so %d hexadecimal digits follow ':'"
                                    .formatted(length, 2 * (length + FRAME))
                            + "; here are " + (line.length() - 1));
        }
        checkSum(bytes);
        int offset = (bytes[1] & 0xFF) << 8 | bytes[2] & 0xFF;
        return new IntelHexRecord(offset, bytes[3] & 0xFF, Arrays.copyOfRange(bytes, 4, bytes.length - 1));
    }

    private static byte[] digits(String line) {
        try {
            return HexFormat.of().parseHex(line, 1, line.length());
        } catch (IllegalArgumentException notHex) {
            throw new IllegalArgumentException("a record consists of pairs of hexadecimal digits", notHex);
        }
    }

    private static void checkSum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length - 1; i++) {
            sum += bytes[i];
        }
        int expected = -sum & 0xFF;
        int found = bytes[bytes.length - 1] & 0xFF;
        if (expected != found) {
            throw new IllegalArgumentException(
                    "the checksum is %02X, but these bytes give %02X".formatted(found, expected));
        }
    }

    /** The data as one big-endian number, which the type says has {@code length} bytes. */
    long number(int length) {
        if (data.length != length) {
            throw new IllegalArgumentException(
                    "a record of type %02X has %d data bytes, not %d".formatted(type, length, data.length));
        }
        long value = 0;
        for (byte b : data) {
            value = value << 8 | b & 0xFF;
        }
        return value;
    }
}
