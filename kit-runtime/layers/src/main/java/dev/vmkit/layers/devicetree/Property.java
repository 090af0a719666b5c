package dev.vmkit.layers.devicetree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A property. Its bytes do not say what they mean; who reads it knows (section 2.2.4). Numbers are big-endian.
 *
 * @param value not to be changed
 */
public record Property(String name, byte[] value) {

    /** A property that says what it says by being there. */
    public static Property flag(String name) {
        return new Property(name, new byte[0]);
    }

    /** 32-bit cells; of each number the low 32 bits count. */
    public static Property cells(String name, long... cells) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(cells.length, Integer.BYTES));
        for (long cell : cells) {
            bytes.putInt((int) cell);
        }
        return new Property(name, bytes.array());
    }

    /** Numbers of 64 bits, two cells each. */
    public static Property wide(String name, long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Long.BYTES));
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return new Property(name, bytes.array());
    }

    public static Property text(String name, String text) {
        return texts(name, List.of(text));
    }

    /** Strings one behind the other, each with a zero byte at its end. */
    public static Property texts(String name, List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return new Property(name, bytes.toByteArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Property p && name.equals(p.name) && Arrays.equals(value, p.value);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(value);
    }
}
