package dev.vmkit.testkit.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads values from a frame, which may be hostile: how many values it makes, and how deep, is bounded. */
final class WireInput {
    /** More values than any answer has. Each costs some bytes more here than there. */
    private static final int MOST_VALUES = 2_000_000;

    private static final int DEEPEST = 64;

    private final ByteBuffer bytes;
    private int values;
    private int depth;

    WireInput(byte[] content) {
        this.bytes = ByteBuffer.wrap(content);
    }

    /** Another value begins, maybe within one. */
    void enter() throws MalformedFrame {
        if (++values > MOST_VALUES || ++depth > DEEPEST) {
            throw new MalformedFrame("a frame of more than %,d values, or %d levels".formatted(MOST_VALUES, DEEPEST));
        }
    }

    /** The value that was begun last is complete. */
    void leave() {
        depth--;
    }

    int octet() throws MalformedFrame {
        require(1);
        return bytes.get() & 0xFF;
    }

    int number() throws MalformedFrame {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    long longNumber() throws MalformedFrame {
        require(Long.BYTES);
        return bytes.getLong();
    }

    boolean truth() throws MalformedFrame {
        return choice(2) == 1;
    }

    /** A number below {@code choices}. */
    int choice(int choices) throws MalformedFrame {
        int chosen = octet();
        if (chosen >= choices) {
            throw new MalformedFrame("choice %d of %d".formatted(chosen, choices));
        }
        return chosen;
    }

    /** How many elements follow, each of them at least one byte. */
    int count() throws MalformedFrame {
        int count = number();
        if (count < 0 || count > bytes.remaining()) {
            throw new MalformedFrame("%,d elements in %,d bytes".formatted(count & 0xFFFF_FFFFL, bytes.remaining()));
        }
        return count;
    }

    byte[] octets() throws MalformedFrame {
        byte[] octets = new byte[count()];
        bytes.get(octets);
        return octets;
    }

    String text() throws MalformedFrame {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    void end() throws MalformedFrame {
        if (bytes.hasRemaining()) {
            throw new MalformedFrame("%,d bytes too many".formatted(bytes.remaining()));
        }
    }

    private void require(int length) throws MalformedFrame {
        if (bytes.remaining() < length) {
            throw new MalformedFrame("the frame ends within a value");
        }
    }
}
