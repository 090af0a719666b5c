package dev.vmkit.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Values of one type as bytes and back. The types alone say how: numbers, texts, lists, maps and records of such, in the
 * order of their components. Nothing in the bytes names a class.
 */
final class WireCodec<T> {
    private final Class<T> type;
    private final Format format;

    /**
     * A codec of a record, or of a sealed type of records.
     *
     * @throws IllegalArgumentException if something in it cannot cross
     */
    WireCodec(Class<T> type) {
        this.type = type;
        this.format = new Formats().of(type);
    }

    byte[] encode(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            format.write(value, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    T decode(byte[] content) throws MalformedFrame {
        WireInput in = new WireInput(content);
        Object value = format.read(in);
        in.end();
        return type.cast(value);
    }
}
