package dev.vmkit.testkit.subject;

import java.util.Map;

/**
 * A machine file, one of a host, or an experiment, and the files it needs.
 *
 * @param main the file to run: one of {@code files}, or one of the submission's
 * @param files by their paths; they take the place of the submission's, which lie beside them
 */
public record Board(String main, Map<String, Octets> files) {
    /** The most bytes of all files together. */
    public static final long MOST_BYTES = 64L << 20;
}
