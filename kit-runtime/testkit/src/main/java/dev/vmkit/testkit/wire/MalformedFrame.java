package dev.vmkit.testkit.wire;

import java.io.IOException;

/** Bytes that are no frame, or a frame that does not hold what belongs there. */
public final class MalformedFrame extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedFrame(String message) {
        super(message);
    }
}
