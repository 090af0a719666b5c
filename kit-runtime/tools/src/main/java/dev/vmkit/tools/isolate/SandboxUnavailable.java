package dev.vmkit.tools.isolate;

import java.io.IOException;

/** This machine cannot hold a submission as well as was asked for. */
public final class SandboxUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    SandboxUnavailable(String message) {
        super(message);
    }
}
