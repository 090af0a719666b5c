package dev.vmkit.machine.board;

/**
 * Where the bytes come from that somebody types or pipes into a machine. There are two ways in. What a guest asks for
 * mid-instruction may depend on nothing but what the guest did before; what comes from elsewhere at its own pace is
 * picked up between slices and recorded.
 */
public interface HostInput {
    /** There is no byte now. */
    int NOTHING = -1;

    /** Nothing is known to come. */
    long NEVER = Long.MAX_VALUE;

    /** No input, ever. */
    HostInput NONE = new HostInput() {};

    /** The guest asks; a byte, or {@link #NOTHING}. Depends on the guest alone. */
    default int asked() {
        return NOTHING;
    }

    /** The guest did something else than ask: it wrote to the stream, drew or played. */
    default void interrupted() {}

    /** A byte that came in by itself, or {@link #NOTHING}; called between slices, does not wait. */
    default int arrived(Moment now) {
        return NOTHING;
    }

    /**
     * Every hart is idle, and nothing comes in at its own pace: a byte, however long it takes, or {@link #NOTHING}.
     *
     * @param last whether nothing else is left that could wake a hart
     */
    default int awaited(boolean last) {
        return NOTHING;
    }

    /** When the next byte comes, in nanoseconds of virtual time, if no hart executes anything more before it. */
    default long next(Moment now) {
        return NEVER;
    }

    /** Whether the guest does nothing any more but ask for input that has ended. Depends on the guest alone. */
    default boolean starving() {
        return false;
    }

    /** Whether bytes come at the host's own pace now: then an idle machine waits for them in the host's time. */
    default boolean live() {
        return false;
    }

    /** Whether what comes in must be recorded to repeat a run. */
    default boolean recorded() {
        return live();
    }

    /** Says whether other things come in at the host's pace, which a wait for a byte must not keep from coming. */
    default void others(boolean live) {}

    /** Has {@code bell} rung whenever a byte may have come; before the machine runs. */
    default void ring(Doorbell bell) {}
}
