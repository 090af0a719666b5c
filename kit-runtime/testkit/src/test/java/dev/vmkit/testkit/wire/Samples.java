package dev.vmkit.testkit.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of every type that crosses, whatever types the kit has: as many as its choices, each with something in it. */
final class Samples {
    private long next = 1;

    private Samples() {}

    /** One of each record of a sealed type. */
    static Stream<Object> of(Class<?> sealed) {
        Samples samples = new Samples();
        return leaves(sealed).map(samples::value);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Samples::leaves)
                : Stream.of(type);
    }

    private Object value(Type type) {
        return switch (type) {
            case ParameterizedType held -> container(held);
            case Class<?> plain -> value(plain);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private Object value(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return (int) next++;
        } else if (type == long.class || type == Long.class) {
            return next++;
        } else if (type == boolean.class || type == Boolean.class) {
            return next++ % 2 == 0;
        } else if (type == String.class) {
            return "text " + next++ + " with ü and \n";
        } else if (type == byte[].class) {
            return new byte[] {(byte) next++, -1, 0};
        } else if (type == OptionalLong.class) {
            return OptionalLong.of(next++);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[(int) (next++ % type.getEnumConstants().length)];
        }
        return type.isSealed() ? value(leaves(type).toList().getLast()) : record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Object container(ParameterizedType type) {
        Type[] held = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return IntStream.range(0, 3).mapToObj(_ -> value(held[0])).toList();
        } else if (type.getRawType() == Optional.class) {
            return Optional.of(value(held[0]));
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        IntStream.range(0, 3).forEach(_ -> map.put(value(held[0]), value(held[1])));
        return map;
    }
}
