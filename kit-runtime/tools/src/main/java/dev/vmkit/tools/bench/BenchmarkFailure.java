package dev.vmkit.tools.bench;

import java.io.IOException;

/** A kernel did not run as it should, so that its time means nothing. */
public final class BenchmarkFailure extends IOException {
    private static final long serialVersionUID = 1;

    BenchmarkFailure(String message) {
        super(message);
    }
}
