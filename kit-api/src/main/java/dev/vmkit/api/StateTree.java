package dev.vmkit.api;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A state written down: named numbers, texts, byte strings and smaller trees, in the order they were put. Immutable.
 * Equal trees are equal states.
 */
@Stable(Use.CALL)
public final class StateTree {
    /** A state without values. */
    public static final StateTree EMPTY = new StateTree(Map.of());

    private final @Nullable Addition last;
    /** Put together when somebody asks, so that adding values one by one takes no longer than adding them at once. */
    private volatile @Nullable Map<String, Object> values;

    /** One value more than another state has. */
    private record Addition(StateTree to, String name, Object value) {}

    private StateTree(Map<String, Object> values) {
        this.last = null;
        this.values = values;
    }

    private StateTree(Addition last) {
        this.last = last;
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
        return new StateTree(new Addition(this, Objects.requireNonNull(name), Objects.requireNonNull(value)));
    }

    private Map<String, Object> all() {
        Map<String, Object> known = values;
        if (known == null) {
            known = together();
            values = known;
        }
        return known;
    }

    private Map<String, Object> together() {
        Deque<Addition> added = new ArrayDeque<>();
        StateTree first = this;
        while (first.values == null && first.last != null) {
            added.push(first.last);
            first = first.last.to();
        }
        Map<String, Object> together = new LinkedHashMap<>(first.all());
        added.forEach(addition -> together.put(addition.name(), addition.value()));
        return together;
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
        Object value = all().get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " called " + name);
        }
        return type.cast(value);
    }

    /** Name and value in order: a {@code Long}, {@code String}, {@code byte[]} or {@code StateTree}. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(all());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateTree tree
                && all().keySet().equals(tree.all().keySet())
                && all().keySet().stream()
                        .allMatch(
                                k -> Objects.deepEquals(all().get(k), tree.all().get(k)));
    }

    @Override
    public int hashCode() {
        return all().entrySet().stream()
                .mapToInt(e -> e.getKey().hashCode() ^ Arrays.deepHashCode(new Object[] {e.getValue()}))
                .sum();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
