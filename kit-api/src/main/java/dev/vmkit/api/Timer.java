package dev.vmkit.api;

/** An event that was asked of a {@link Clock}. */
@Stable(Use.CALL)
public interface Timer {
    /** Keeps the event from running; does nothing if it ran. */
    void cancel();
}
