package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.suite.Expectation.Measure;
import java.util.List;
import java.util.Optional;

/** What was seen of a run, as expectations name it. */
interface Evidence {
    /** What is in a place; nothing if the part has no such place. */
    Optional<Bits> bits(Measure measure);

    /** What is counted; nothing if the measure is no count. */
    Optional<Long> count(Measure measure);

    /** What is a word or a text; nothing if the measure is none. */
    Optional<String> words(Measure measure);

    /** What came one after another; nothing if the measure is no such thing. */
    Optional<List<String>> order(Measure measure);

    /** What is not there, in words. */
    String absence(Measure measure);
}
