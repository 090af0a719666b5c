package dev.vmkit.testkit.wire;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One of several types, each with a number: the records of a sealed type, in the order in which it permits them. */
final class ChoiceFormat implements Format {
    private final List<Class<?>> types;
    private final List<Format> formats = new ArrayList<>();

    ChoiceFormat(List<Class<?>> types) {
        this.types = List.copyOf(types);
    }

    void complete(Function<Class<?>, Format> formatOf) {
        types.stream().map(formatOf).forEach(formats::add);
    }

    @Override
    public void write(Object value, DataOutput out) throws IOException {
        int chosen = types.indexOf(value.getClass());
        if (chosen < 0) {
            throw new IllegalArgumentException("no choice: " + value.getClass());
        }
        out.writeByte(chosen);
        formats.get(chosen).write(value, out);
    }

    @Override
    public Object read(WireInput in) throws MalformedFrame {
        return formats.get(in.choice(types.size())).read(in);
    }
}
