package dev.vmkit.machine.board;

import java.io.Closeable;
import java.util.Optional;

/**
 * What is at the other end of a machine's network cable. What comes from there is picked up between slices and recorded, so
 * that it need not be repeatable; where it depends on what the guest sent alone, equal runs are equal without a record.
 */
public interface HostNetwork extends Closeable {
    /** The guest sent a frame, which is the receiver's from now on; it has a header and is not too long. Never waits. */
    void sent(byte[] frame);

    /** The next frame for the guest, if there is one; called between slices, does not wait. */
    Optional<byte[]> arrived(Moment now);

    /** When the next frame comes, in nanoseconds of virtual time, if no hart executes anything more before it. */
    default long next(Moment now) {
        return HostInput.NEVER;
    }

    /** Whether frames may come by themselves now: then an idle machine waits for them in the host's time. */
    default boolean live() {
        return false;
    }

    /** What rings when a frame may have come; to be rung for whatever else the machine waits for. */
    default Optional<Doorbell> bell() {
        return Optional.empty();
    }

    /** The guest starts anew, and knows nothing of what was sent before. */
    default void reset() {}

    @Override
    default void close() {}
}
