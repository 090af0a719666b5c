package dev.vmkit.testkit.judge;

/**
 * What lateness takes away.
 *
 * @param days late, begun ones counted whole; 0 if in time
 * @param factor what is left, within [0, 1]
 * @param reason in words, empty if in time
 */
public record Lateness(int days, double factor, String reason) {
    /** In time. */
    public static final Lateness NONE = new Lateness(0, 1, "");
}
