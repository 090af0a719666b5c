package dev.vmkit.testkit.suite;

import java.math.BigInteger;
import java.util.List;

/**
 * What should come out.
 *
 * @param measure such as {@code R0}, {@code console}, {@code exits[shadow fault]}; with {@code GUEST: } before it on a
 *     board with several
 */
public record Expectation(Measure measure, Condition condition) {

    /**
     * What is looked at.
     *
     * @param of the guest or the program, empty for the only one
     * @param name {@code console}, {@code ends}, {@code exits}, ..., or a place
     * @param part the cause, the trap, ..., or empty
     */
    public record Measure(String of, String name, String part) {
        @Override
        public String toString() {
            return (of.isEmpty() ? "" : of + ": ") + name + (part.isEmpty() ? "" : "[" + part + "]");
        }
    }

    /** What it should be. */
    public sealed interface Condition {
        /** A number of at most 64 bits, with or without a sign, compared. */
        record Number(Relation relation, BigInteger value) implements Condition {}

        /** Exactly this text. */
        record Words(String text) implements Condition {}

        /** A text with this in it. */
        record Contains(String text) implements Condition {}

        /** The same as at the end of another file's run: of the machine or guest of that name, or its only one. */
        record SameAs(String file, String of) implements Condition {}

        /** These, in this order, whatever comes between them; exactly these if {@code exact}. */
        record Order(List<String> items, boolean exact) implements Condition {}
    }
}
