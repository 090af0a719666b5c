package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Question.Choices;
import dev.vmkit.testkit.subject.Question.Kind;

/**
 * What a suite is about.
 *
 * @param name as machine files write it; for programs and machines a path within the submission
 * @param java whether the submission may bring code of its own
 */
public record PartUnderTest(Kind kind, Text name, Choices choices, boolean java) {
    /** The question that opens it. */
    public Question.Open open() {
        return new Question.Open(kind, name.value(), choices);
    }
}
