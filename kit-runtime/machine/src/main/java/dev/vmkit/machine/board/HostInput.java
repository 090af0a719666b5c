package dev.vmkit.machine.board;

/**
 * Where the bytes come from that somebody types or pipes into a machine. There are two ways in. What a guest asks for
 * mid-instruction may depend on nothing but what the guest did before; what comes from elsewhere at its own pace is
 * picked up between slices and recorded.
 */
public interface HostInput {
    /** There is no byte now. */
    int NOTHING = -1;

    /** No input, ever. */
    HostInput NONE = new HostInput() {};

    /** The guest asks; a byte, or {@link #NOTHING}. Depends on the guest alone. */
    default int asked() {
        return NOTHING;
    }

    /** The guest did something else than ask: it wrote to the stream. */
    default void interrupted() {}

    /** A byte that came in by itself, or {@link #NOTHING}; called between slices, does not wait. */
    default int arrived(Moment now) {
        return NOTHING;
    }

    /**
     * Every hart is idle: waits for a byte; a byte or {@link #NOTHING}.
     *
     * @param nanos at most so much of the host's time, as far as the input can tell
     * @param last whether nothing else is left that could wake a hart
     */
    default int awaited(Moment now, long nanos, boolean last) {
        return NOTHING;
    }

    /** Whether the guest does nothing any more but ask for input that has ended. Depends on the guest alone. */
    default boolean starving() {
        return false;
    }

    /** Whether what comes in must be recorded to repeat a run. */
    default boolean recorded() {
        return false;
    }
}
