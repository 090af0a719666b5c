package dev.vmkit.testkit.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Numbered pieces of bytes over a pair of streams. A frame is four bytes {@code vmk1}, the number of the question it is
 * about (8 bytes), how many bytes follow (4 bytes), and those.
 */
final class Frames {
    /** Bytes of a question at most: a board comes with its images. */
    static final int MOST_ASKED = 96 << 20;

    /** Bytes of an answer at most. */
    static final int MOST_ANSWERED = 16 << 20;

    private static final int MARK = 0x766d6b31;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final int most;

    /**
     * Both directions of a conversation.
     *
     * @param most the bytes that a frame coming in may have
     */
    Frames(InputStream in, OutputStream out, int most) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
        this.most = most;
    }

    /** A frame that came in. */
    record Frame(long number, byte[] content) {}

    void send(long number, byte[] content) throws IOException {
        out.writeInt(MARK);
        out.writeLong(number);
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    /**
     * Waits for the next one. Memory is taken as bytes arrive, not as a length promises them.
     *
     * @throws EOFException if the stream ends
     * @throws MalformedFrame if the bytes are none, or too many
     */
    Frame receive() throws IOException {
        if (in.readInt() != MARK) {
            throw new MalformedFrame("the bytes received are no frame");
        }
        long number = in.readLong();
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new MalformedFrame(
                    "a frame of %,d bytes, at most %,d are read".formatted(length & 0xFFFF_FFFFL, most));
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("the stream ends within a frame");
        }
        return new Frame(number, content);
    }
}
