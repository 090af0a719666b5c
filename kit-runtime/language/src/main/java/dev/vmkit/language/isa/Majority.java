package dev.vmkit.language.isa;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Which of several values is meant when one of them is a slip. */
final class Majority {
    private Majority() {}

    /** The value that occurs most often, the first of them if there are several; 0 if there are none. */
    static int of(List<Integer> values) {
        return values.stream()
                .distinct()
                .max(Comparator.comparingInt((Integer value) -> Collections.frequency(values, value))
                        .thenComparing(value -> -values.indexOf(value)))
                .orElse(0);
    }
}
