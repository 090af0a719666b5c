package dev.vmkit.tools.classroom.store;

/** The database cannot be used; the message says which and why. */
public final class StoreFailure extends RuntimeException {
    StoreFailure(String message) {
        super(message);
    }
}
