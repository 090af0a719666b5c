package dev.vmkit.testkit.policy;

/** A policy did what no policy may do. */
public final class BrokenLaw extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    BrokenLaw(long now, String message) {
        super(message, null, false, false);
        this.message = "at time " + now + ": " + message;
    }

    String message() {
        return message;
    }
}
