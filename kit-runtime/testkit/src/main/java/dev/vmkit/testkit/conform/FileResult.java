package dev.vmkit.testkit.conform;

import java.util.List;

/**
 * What came of a file.
 *
 * @param cases how many were tried
 * @param failed how many of them did not hold
 * @param skipped how many the definition has no instruction for, so that they were not tried
 * @param first the first that did not hold, at most {@link #MOST_SHOWN}
 * @param detail more about the run, for people; may be empty
 */
public record FileResult(String file, long cases, long failed, long skipped, List<Failure> first, String detail) {
    /** How many failures of a file are kept. */
    public static final int MOST_SHOWN = 5;

    public FileResult {
        first = List.copyOf(first);
    }

    /**
     * A case that did not hold.
     *
     * @param name which one
     * @param differences what differs, a line each
     */
    public record Failure(String name, List<String> differences) {
        public Failure {
            differences = List.copyOf(differences);
        }
    }

    static FileResult passed(String file, String detail) {
        return new FileResult(file, 1, 0, 0, List.of(), detail);
    }

    static FileResult failed(String file, String name, List<String> differences, String detail) {
        return new FileResult(file, 1, 1, 0, List.of(new Failure(name, differences)), detail);
    }
}
