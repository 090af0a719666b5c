package dev.vmkit.testkit.subject;

import java.util.Map;

/** What came of something that was done to a device. */
public sealed interface DeviceOutcome {
    /** It is done. */
    record Nothing() implements DeviceOutcome {}

    /** What was read. */
    record Value(long value) implements DeviceOutcome {}

    /** The device does not answer such an access. */
    record Refused(String why) implements DeviceOutcome {}

    /**
     * What it shows to the outside.
     *
     * @param shown all that went out over its first stream so far
     * @param raised its interrupt outputs; those for each processor are {@code name 0}, {@code name 1}
     * @param power what it did with the power switch: {@code off 0}, {@code reset}, or nothing
     */
    record Seen(String shown, Map<String, Boolean> raised, String power) implements DeviceOutcome {}
}
