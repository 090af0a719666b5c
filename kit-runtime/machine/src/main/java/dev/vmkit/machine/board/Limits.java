package dev.vmkit.machine.board;

/**
 * What ends a run that does not end by itself.
 *
 * @param instructions at most so many, of all harts together, at least 0
 * @param hostNanos of the host's time, checked every few thousand instructions; the largest number stands for no limit
 * @param untilIdle whether it ends, too, when every hart waits, instead of letting time pass
 */
public record Limits(long instructions, long hostNanos, boolean untilIdle) {
    /** A run without limits. */
    public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Limits for a run that lets time pass while every hart waits. */
    public Limits(long instructions, long hostNanos) {
        this(instructions, hostNanos, false);
    }

    /** A limit on instructions alone. */
    public static Limits instructions(long most) {
        return new Limits(most, Long.MAX_VALUE);
    }

    /** The same instructions and a limit on the host's time. */
    public Limits within(long nanos) {
        return new Limits(instructions, nanos, untilIdle);
    }

    /** The same, but the run ends when every hart waits. */
    public Limits orIdle() {
        return new Limits(instructions, hostNanos, true);
    }
}
