package dev.vmkit.testkit.wire;

import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A record: its components in their order. What its constructor refuses is malformed. */
final class RecordFormat implements Format {
    private final Class<?> type;
    private final RecordComponent[] components;
    private final Constructor<?> constructor;
    private final List<Format> formats = new ArrayList<>();

    RecordFormat(Class<?> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Finds out about the components; later than the constructor, because a record may hold others of its type. */
    void complete(Function<RecordComponent, Format> formatOf) {
        Arrays.stream(components).map(formatOf).forEach(formats::add);
    }

    @Override
    public void write(Object value, DataOutput out) throws IOException {
        out.writeByte(components.length);
        for (int i = 0; i < components.length; i++) {
            formats.get(i).write(component(value, i), out);
        }
    }

    private Object component(Object value, int number) {
        try {
            return components[number].getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    @Override
    public Object read(WireInput in) throws MalformedFrame {
        if (in.octet() != components.length) {
            throw new MalformedFrame("no " + type.getSimpleName());
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            in.enter();
            values[i] = formats.get(i).read(in);
            in.leave();
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new MalformedFrame("no " + type.getSimpleName() + ": " + refused.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
