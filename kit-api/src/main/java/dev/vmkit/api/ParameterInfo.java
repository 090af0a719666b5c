package dev.vmkit.api;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a part.
 *
 * @param defaultValue as one would write it; empty if a value must be given
 * @param least, most the range of a number in its base unit
 * @param choices the only values allowed, if not empty
 */
@Stable(Use.CALL)
public record ParameterInfo(
        String name,
        Type type,
        Optional<String> defaultValue,
        long least,
        long most,
        List<String> choices,
        String doc) {

    public ParameterInfo {
        choices = List.copyOf(choices);
    }

    /** How a value is written. */
    public enum Type {
        /** {@code 10}, {@code 0x3F8}. */
        NUMBER,
        /** {@code 128 MiB}; in bytes. */
        SIZE,
        /** {@code 10 MHz}; in hertz. */
        FREQUENCY,
        /** {@code 10000}, {@code 10000 instructions}; in the units of virtual time of a scheduler's host. */
        TIME,
        /** {@code 5 ms}; in nanoseconds. */
        DURATION,
        /** {@code true}, {@code false}. */
        FLAG,
        TEXT,
        /** The path of a file, relative to the machine file. */
        FILE
    }
}
