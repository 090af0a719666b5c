package dev.vmkit.testkit.suite;

import dev.vmkit.testkit.subject.DeviceAction;

/**
 * A line of a device's script: what is done, and what should come of it.
 *
 * @param written as in the suite
 */
public record Step(String written, DeviceAction action, Wish wish) {

    /** What should come of an action. */
    public sealed interface Wish {
        /** Whatever. */
        record Anything() implements Wish {}

        /** A read gives a value in the bits of a mask. */
        record Value(long value, long mask) implements Wish {}

        /** The access is not answered. */
        record Refusal() implements Wish {}

        /** All it has shown so far is this. */
        record Shown(String text) implements Wish {}

        /** An interrupt output is raised, or is not. */
        record Raised(String output, boolean raised) implements Wish {}
    }
}
