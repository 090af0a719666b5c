package dev.vmkit.tools.download;

import java.io.IOException;

/** Something cannot be had, and the message says why, to a person who did nothing wrong. */
public class FetchFailure extends IOException {
    public FetchFailure(String message) {
        super(message);
    }

    public FetchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
