package dev.vmkit.machine.state;

import dev.vmkit.api.StateTree;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical bytes of a state: equal states have equal bytes. All numbers are big-endian.
 *
 * <pre>
 * state = "vmkit state 1\n" tree
 * tree  = count of entries (4 bytes), entries in the order of their names
 * entry = name (text), kind (1 byte), value
 * value = kind 'n': number (8 bytes) | 't': text | 'b': length (4 bytes), bytes | 's': tree
 * text  = length in bytes (4 bytes), UTF-8
 * </pre>
 */
public final class StateCodec {
    private static final byte[] HEAD = "vmkit state 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DEPTH = 32;
    private static final int MOST_TEXT = 1 << 16;

    private StateCodec() {}

    /** Writes the bytes of a state. */
    public static void write(StateTree state, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(HEAD);
        write(state, data);
        data.flush();
    }

    private static void write(StateTree tree, DataOutputStream out) throws IOException {
        Map<String, Object> sorted = new TreeMap<>(tree.values());
        out.writeInt(sorted.size());
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            writeText(entry.getKey(), out);
            writeValue(entry.getValue(), out);
        }
    }

    private static void writeValue(Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case Long number -> {
                out.writeByte('n');
                out.writeLong(number);
            }
            case String text -> {
                out.writeByte('t');
                writeText(text, out);
            }
            case byte[] bytes -> {
                out.writeByte('b');
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            case StateTree tree -> {
                out.writeByte('s');
                write(tree, out);
            }
            default -> throw new IllegalArgumentException("no state: " + value);
        }
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads a state that may come from anywhere. No more memory is taken than bytes arrive.
     *
     * @throws IllegalArgumentException if the bytes are no state
     */
    public static StateTree read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            require(java.util.Arrays.equals(data.readNBytes(HEAD.length), HEAD), "not a saved state");
            StateTree state = readTree(data, 0);
            require(data.read() < 0, "bytes after the end of the state");
            return state;
        } catch (EOFException e) {
            throw new IllegalArgumentException("the state ends too early", e);
        }
    }

    private static StateTree readTree(DataInputStream in, int depth) throws IOException {
        require(depth < MOST_DEPTH, "too many levels");
        int count = in.readInt();
        require(count >= 0, "a negative count");
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = readText(in);
            require(values.put(name, readValue(in, depth)) == null, "two values called " + name);
        }
        return StateTree.of(values);
    }

    private static Object readValue(DataInputStream in, int depth) throws IOException {
        return switch (in.readByte()) {
            case 'n' -> in.readLong();
            case 't' -> readText(in);
            case 'b' -> readBytes(in, Integer.MAX_VALUE);
            case 's' -> readTree(in, depth + 1);
            default -> throw new IllegalArgumentException("a value of an unknown kind");
        };
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in, MOST_TEXT), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        require(length >= 0 && length <= most, "a length of " + length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static void require(boolean condition, String mistake) {
        if (!condition) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
