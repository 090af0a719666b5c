package dev.vmkit.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A state written down: named numbers, texts, byte strings and smaller trees, in the order they were put. Immutable.
 * Equal trees are equal states.
 */
@Stable(Use.CALL)
public final class StateTree {
    /** A state without values. */
    public static final StateTree EMPTY = new StateTree(Map.of());

    private final Map<String, Object> values;

    private StateTree(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * The state of these values, which are copied.
     *
     * @throws IllegalArgumentException if one of them is no {@code Long}, {@code String}, {@code byte[]} or {@code
     *     StateTree}
     */
    public static StateTree of(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(Objects.requireNonNull(name), copy(value)));
        return new StateTree(copy);
    }

    private static Object copy(Object value) {
        return switch (value) {
            case byte[] bytes -> bytes.clone();
            case Long number -> number;
            case String text -> text;
            case StateTree tree -> tree;
            default -> throw new IllegalArgumentException("no state: " + value);
        };
    }

    /** This state and one number more. */
    public StateTree with(String name, long value) {
        return plus(name, value);
    }

    /** This state and one text more. */
    public StateTree with(String name, String value) {
        return plus(name, value);
    }

    /** This state and one byte string more, which is copied. */
    public StateTree with(String name, byte[] value) {
        return plus(name, value.clone());
    }

    /** This state and one smaller state more. */
    public StateTree with(String name, StateTree value) {
        return plus(name, value);
    }

    /** This state and a list of numbers more; {@link #numbers} reads it. */
    public StateTree with(String name, Collection<? extends Number> values) {
        return plus(
                name,
                values.stream().map(number -> Long.toString(number.longValue())).collect(Collectors.joining(" ")));
    }

    private StateTree plus(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
        return new StateTree(more);
    }

    /**
     * The number of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public long number(String name) {
        return get(name, Long.class);
    }

    /**
     * The number of that name.
     *
     * @throws IllegalArgumentException if there is none within [{@code least}, {@code most}]
     */
    public long number(String name, long least, long most) {
        long value = number(name);
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", not within " + least + " to " + most);
        }
        return value;
    }

    /** The truth value of that name, saved as the number 0 or 1. */
    public boolean flag(String name) {
        return number(name, 0, 1) == 1;
    }

    /**
     * The text of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String text(String name) {
        return get(name, String.class);
    }

    /**
     * The list of numbers of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<Long> numbers(String name) {
        return text(name).isEmpty()
                ? List.of()
                : Arrays.stream(text(name).split(" ", -1)).map(Long::valueOf).toList();
    }

    /**
     * A copy of the byte string of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public byte[] bytes(String name) {
        return get(name, byte[].class).clone();
    }

    /**
     * The smaller state of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public StateTree tree(String name) {
        return get(name, StateTree.class);
    }

    private <T> T get(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " called " + name));
    }

    /** Name and value in order: a {@code Long}, {@code String}, {@code byte[]} or {@code StateTree}. */
    public Map<String, Object> values() {
        return java.util.Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateTree tree
                && values.keySet().equals(tree.values.keySet())
                && values.keySet().stream().allMatch(k -> Objects.deepEquals(values.get(k), tree.values.get(k)));
    }

    @Override
    public int hashCode() {
        return values.entrySet().stream()
                .mapToInt(e -> e.getKey().hashCode() ^ Arrays.deepHashCode(new Object[] {e.getValue()}))
                .sum();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
