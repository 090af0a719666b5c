package dev.vmkit.tools.download;

/** The server has no such file, or does not give it. */
public final class Missing extends FetchFailure {
    Missing(String message) {
        super(message);
    }
}
