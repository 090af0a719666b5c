package dev.vmkit.tools.download;

/** There is nobody to ask: no mirror is known, no network, no server. */
public final class Unreachable extends FetchFailure {
    public Unreachable(String message) {
        super(message);
    }

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
