package dev.vmkit.testkit.wire;

import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;

/** The formats of single values. */
final class Scalars {
    private static final Format INT = of((value, out) -> out.writeInt((Integer) value), WireInput::number);
    private static final Format LONG = of((value, out) -> out.writeLong((Long) value), WireInput::longNumber);
    private static final Format BOOLEAN = of((value, out) -> out.writeByte((Boolean) value ? 1 : 0), WireInput::truth);
    private static final Format TEXT =
            of((value, out) -> octets(((String) value).getBytes(StandardCharsets.UTF_8), out), WireInput::text);
    private static final Format OCTETS = of((value, out) -> octets((byte[]) value, out), WireInput::octets);
    private static final Format OPTIONAL_LONG = of(Scalars::optional, Scalars::optional);

    /** All of them, by their types. */
    static final Map<Type, Format> BY_TYPE = Map.of(
            int.class, INT,
            Integer.class, INT,
            long.class, LONG,
            Long.class, LONG,
            boolean.class, BOOLEAN,
            Boolean.class, BOOLEAN,
            String.class, TEXT,
            byte[].class, OCTETS,
            OptionalLong.class, OPTIONAL_LONG);

    private Scalars() {}

    private interface Writing {
        void write(Object value, DataOutput out) throws IOException;
    }

    private interface Reading {
        Object read(WireInput in) throws MalformedFrame;
    }

    private static Format of(Writing writing, Reading reading) {
        return new Format() {
            @Override
            public void write(Object value, DataOutput out) throws IOException {
                writing.write(value, out);
            }

            @Override
            public Object read(WireInput in) throws MalformedFrame {
                return reading.read(in);
            }
        };
    }

    private static void octets(byte[] octets, DataOutput out) throws IOException {
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static void optional(Object value, DataOutput out) throws IOException {
        OptionalLong number = (OptionalLong) value;
        out.writeByte(number.isPresent() ? 1 : 0);
        if (number.isPresent()) {
            out.writeLong(number.getAsLong());
        }
    }

    private static OptionalLong optional(WireInput in) throws MalformedFrame {
        return in.truth() ? OptionalLong.of(in.longNumber()) : OptionalLong.empty();
    }
}
