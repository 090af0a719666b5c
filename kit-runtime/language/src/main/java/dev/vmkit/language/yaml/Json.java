package dev.vmkit.language.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A JSON value (RFC 8259), immutable; {@link JsonReader} reads it, {@link #write} and {@link #pretty} write it. */
public sealed interface Json {

    /** Members in the order they were put. */
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }
    }

    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements Json {}

    record Number(BigDecimal value) implements Json {

        /** The value if it is a whole number; of any size. */
        public Optional<BigInteger> whole() {
            boolean whole = value.signum() == 0
                    || value.scale() <= 0
                    || value.stripTrailingZeros().scale() <= 0;
            return whole ? Optional.of(value.toBigInteger()) : Optional.empty();
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    static Json of(BigInteger value) {
        return new Number(new BigDecimal(value));
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    static Json array(Json... items) {
        return new Array(List.of(items));
    }

    static Json array(Collection<? extends Json> items) {
        return new Array(List.copyOf(items));
    }

    static Json texts(Collection<String> items) {
        return new Array(items.stream().map(Json::of).toList());
    }

    /** Starts an object. */
    static Builder object() {
        return new Builder();
    }

    /** On one line. */
    default String write() {
        return new JsonWriter(false).write(this);
    }

    /** Indented by two spaces, with a line end at the end. */
    default String pretty() {
        return new JsonWriter(true).write(this) + "\n";
    }

    /** Gathers the members of an object; a name put again replaces the value. */
    final class Builder {
        private final SequencedMap<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, of(value));
        }

        public Builder put(String name, long value) {
            return put(name, of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, of(value));
        }

        public Json build() {
            return new Members(members);
        }
    }
}
