package dev.vmkit.layers.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Compressed files (RFC 1952), of which no more is unpacked than may be loaded. */
final class Gzip {
    private Gzip() {}

    static boolean recognises(byte[] content) {
        return content.length >= 2 && content[0] == 0x1F && (content[1] & 0xFF) == 0x8B;
    }

    /** The first bytes of what is in it, at most {@code most}. */
    static byte[] head(byte[] content, int most) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readNBytes(most);
        }
    }

    /**
     * All that is in it.
     *
     * @throws IllegalArgumentException if it is damaged or holds more than may be loaded
     */
    static byte[] unpack(byte[] content) {
        try {
            byte[] unpacked = head(content, (int) ImageFormats.MOST_BYTES + 1);
            if (unpacked.length > ImageFormats.MOST_BYTES) {
                throw new IllegalArgumentException("it unpacks to more than 256 MiB");
            }
            return unpacked;
        } catch (IOException damaged) {
            throw new IllegalArgumentException("it cannot be unpacked: " + damaged.getMessage(), damaged);
        }
    }
}
