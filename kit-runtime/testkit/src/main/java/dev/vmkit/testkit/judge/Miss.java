package dev.vmkit.testkit.judge;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that did not come out as it should.
 *
 * @param what the measure
 */
record Miss(String what, String expected, String actual) {
    private static final int MOST_NAMED = 3;
    /** More characters than this are read below each other, not in a sentence. */
    private static final int LONG = 300;

    /**
     * The cause that several of them make.
     *
     * @param after what was done, in a few words
     */
    static Cause cause(String after, List<Miss> misses) {
        String named = misses.stream().limit(MOST_NAMED).map(Miss::sentence).collect(Collectors.joining("; "));
        String more = misses.size() > MOST_NAMED ? "; and " + (misses.size() - MOST_NAMED) + " more" : "";
        return new Cause(after + named + more, lines(misses, true), lines(misses, false), misses.getFirst().what);
    }

    private String sentence() {
        boolean brief =
                !expected.contains("\n") && !actual.contains("\n") && expected.length() + actual.length() < LONG;
        return brief ? what + " should be " + expected + ", and is " + actual : what + " is not as it should be";
    }

    private static String lines(List<Miss> misses, boolean expected) {
        return misses.stream()
                .map(miss -> miss.what + " = " + miss.shown(expected ? miss.expected : miss.actual))
                .collect(Collectors.joining("\n"));
    }

    /** Without the end of the last line, if that is the same on both sides. */
    private String shown(String side) {
        boolean both = expected.endsWith("\n") && actual.endsWith("\n");
        return both ? side.substring(0, side.length() - 1) : side;
    }
}
