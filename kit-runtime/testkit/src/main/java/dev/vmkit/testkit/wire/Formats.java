package dev.vmkit.testkit.wire;

import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the format of a type by what it is declared to be. Types it knows no format for have no place in a question. */
final class Formats {
    private final Map<Type, Format> known = new HashMap<>(Scalars.BY_TYPE);

    /**
     * The format of a type, and of all that it holds.
     *
     * @throws IllegalArgumentException if something in it cannot cross
     */
    Format of(Type type) {
        Format found = known.get(type);
        return found == null ? make(type) : found;
    }

    private Format make(Type type) {
        return switch (type) {
            case Class<?> enumeration when enumeration.isEnum() -> kept(type, new EnumFormat(enumeration));
            case Class<?> held when held.isRecord() -> recordOf(held);
            case Class<?> sealed when sealed.isSealed() -> choiceOf(sealed);
            case ParameterizedType container -> kept(type, containerOf(container));
            default -> throw new IllegalArgumentException("there is no format for " + type);
        };
    }

    private Format kept(Type type, Format format) {
        known.put(type, format);
        return format;
    }

    private Format recordOf(Class<?> type) {
        RecordFormat format = new RecordFormat(type);
        known.put(type, format);
        format.complete((RecordComponent component) -> of(component.getGenericType()));
        return format;
    }

    private Format choiceOf(Class<?> type) {
        ChoiceFormat format = new ChoiceFormat(leaves(type).distinct().toList());
        known.put(type, format);
        format.complete(this::of);
        return format;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Formats::leaves)
                : Stream.of(type);
    }

    private Format containerOf(ParameterizedType type) {
        List<Format> held =
                Arrays.stream(type.getActualTypeArguments()).map(this::of).toList();
        if (type.getRawType() == List.class) {
            return new Containers.ListFormat(held.getFirst());
        } else if (type.getRawType() == Map.class) {
            return new Containers.MapFormat(held.getFirst(), held.getLast());
        } else if (type.getRawType() == Optional.class) {
            return new Containers.OptionalFormat(held.getFirst());
        }
        throw new IllegalArgumentException("there is no format for " + type);
    }

    /** One of a few words, by its number. */
    private record EnumFormat(Class<?> type) implements Format {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
            out.writeByte(((Enum<?>) value).ordinal());
        }

        @Override
        public Object read(WireInput in) throws MalformedFrame {
            Object[] words = type.getEnumConstants();
            return words[in.choice(words.length)];
        }
    }
}
