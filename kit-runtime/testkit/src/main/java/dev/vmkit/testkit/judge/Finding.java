package dev.vmkit.testkit.judge;

import java.util.Optional;

/**
 * What a trial found.
 *
 * @param status passed, failed, skipped or error
 * @param share of what was looked at that was right, within [0, 1]; 1 if it passed
 * @param scaled whether points depend on the share even if the check gives nothing for parts
 */
record Finding(Status status, double share, boolean scaled, Optional<Cause> cause, Optional<Replay> replay) {
    static final Finding PASSED = new Finding(Status.PASSED, 1, false, Optional.empty(), Optional.empty());

    static Finding failed(double share, Cause cause) {
        return new Finding(Status.FAILED, share, false, Optional.of(cause), Optional.empty());
    }

    static Finding failed(Cause cause) {
        return failed(0, cause);
    }

    /** Right, but not as good as it could be. */
    static Finding scaled(double share, Cause cause) {
        return new Finding(Status.FAILED, share, true, Optional.of(cause), Optional.empty());
    }

    static Finding error(Cause cause) {
        return new Finding(Status.ERROR, 0, false, Optional.of(cause), Optional.empty());
    }

    /** Not looked at. */
    static Finding skipped(String why) {
        Cause cause = Cause.of("not looked at, because " + why, "skipped");
        return new Finding(Status.SKIPPED, 0, false, Optional.of(cause), Optional.empty());
    }

    Finding with(Optional<Replay> other) {
        return new Finding(status, share, scaled, cause, other);
    }
}
