package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.DeviceOutcome;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.PartUnderTest;
import dev.vmkit.testkit.suite.Step;
import dev.vmkit.testkit.suite.Trial;
import java.util.List;
import java.util.Optional;

/** Does things to a device, made anew, one after another, up to the first that does not come out as it should. */
record DeviceTrial(Trial.Script script, PartUnderTest part) {

    Finding look(Subject subject) {
        Unanswered.require(Answer.Opened.class, subject.ask(part.open()));
        List<Step> steps = script.steps();
        Answer.Operated operated = Unanswered.require(
                Answer.Operated.class,
                subject.ask(
                        new Question.Operate(steps.stream().map(Step::action).toList())));
        if (operated.outcomes().size() != steps.size()) {
            throw Unanswered.nonsense();
        }
        for (int i = 0; i < steps.size(); i++) {
            Optional<Miss> miss = miss(steps.get(i), operated.outcomes().get(i));
            if (miss.isPresent()) {
                String where = "step " + (i + 1) + ", '" + steps.get(i).written() + "': ";
                return Finding.failed((double) i / steps.size(), Miss.cause(where, List.of(miss.get())));
            }
        }
        return Finding.PASSED;
    }

    private static Optional<Miss> miss(Step step, DeviceOutcome outcome) {
        return switch (step.wish()) {
            case Step.Wish.Anything _ ->
                outcome instanceof DeviceOutcome.Refused refused
                        ? Optional.of(new Miss("the access", "answered", refused.why()))
                        : Optional.empty();
            case Step.Wish.Refusal _ ->
                outcome instanceof DeviceOutcome.Refused
                        ? Optional.empty()
                        : Optional.of(new Miss("the access", "refused", "answered"));
            case Step.Wish.Value(long value, long mask) -> value(value, mask, outcome);
            case Step.Wish.Shown(String text) -> shown(text, outcome);
            case Step.Wish.Raised(String output, boolean raised) -> raised(output, raised, outcome);
        };
    }

    private static Optional<Miss> value(long value, long mask, DeviceOutcome outcome) {
        if (outcome instanceof DeviceOutcome.Value(long found)) {
            return (found & mask) == (value & mask)
                    ? Optional.empty()
                    : Optional.of(new Miss("what is read", hex(value & mask), hex(found & mask)));
        }
        String why = outcome instanceof DeviceOutcome.Refused refused ? refused.why() : "nothing";
        return Optional.of(new Miss("what is read", hex(value & mask), why));
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static Optional<Miss> shown(String text, DeviceOutcome outcome) {
        String found = outcome instanceof DeviceOutcome.Seen seen ? seen.shown() : "";
        return found.equals(text)
                ? Optional.empty()
                : Optional.of(new Miss("what it has shown", "'" + text + "'", "'" + found + "'"));
    }

    private static Optional<Miss> raised(String output, boolean raised, DeviceOutcome outcome) {
        Boolean found =
                outcome instanceof DeviceOutcome.Seen seen ? seen.raised().get(output) : null;
        if (found == null) {
            return Optional.of(new Miss("the interrupt output '" + output + "'", word(raised), "not there"));
        }
        return found == raised
                ? Optional.empty()
                : Optional.of(new Miss("the interrupt output '" + output + "'", word(raised), word(found)));
    }

    private static String word(boolean raised) {
        return raised ? "raised" : "lowered";
    }
}
