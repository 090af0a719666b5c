package dev.vmkit.plugins.virtio.network;

import java.util.HexFormat;

/** The address of a network card, as it is written on it: {@code 52:54:00:12:34:56}. */
record MacAddress(byte[] bytes) {
    static final int BYTES = 6;

    private static final int GROUP = 1;

    /**
     * The address that is written so.
     *
     * @throws IllegalArgumentException if it is none of a single card
     */
    static MacAddress parse(String written) {
        if (!written.matches("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}")) {
            throw new IllegalArgumentException(
                    "'" + written + "' is no address of a network card; 52:54:00:12:34:56 is");
        }
        byte[] bytes = HexFormat.ofDelimiter(":").parseHex(written);
        if ((bytes[0] & GROUP) != 0) {
            throw new IllegalArgumentException("'" + written + "' stands for many cards: its first byte is odd");
        }
        return new MacAddress(bytes);
    }
}
