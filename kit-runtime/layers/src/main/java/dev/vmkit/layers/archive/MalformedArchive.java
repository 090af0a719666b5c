package dev.vmkit.layers.archive;

import java.io.IOException;

/** An archive that breaks the rules of its format, or is larger than anything of its kind has use for. */
public final class MalformedArchive extends IOException {
    public MalformedArchive(String message) {
        super(message);
    }

    public MalformedArchive(String message, Exception cause) {
        super(message, cause);
    }
}
