package dev.vmkit.tools.classroom.store;

/**
 * A verdict as it is kept.
 *
 * @param verdict as JSON
 * @param millis how long it took to reach, in milliseconds
 * @param worker who reached it
 */
public record Recorded(Entry entry, String verdict, long millis, String worker) {}
