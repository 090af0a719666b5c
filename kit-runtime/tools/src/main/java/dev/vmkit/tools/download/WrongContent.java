package dev.vmkit.tools.download;

/** What came is not what was announced. */
public final class WrongContent extends FetchFailure {
    WrongContent(String message) {
        super(message);
    }
}
