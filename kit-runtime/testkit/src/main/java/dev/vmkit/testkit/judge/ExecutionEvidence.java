package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Ending;
import dev.vmkit.testkit.suite.Expectation.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was seen of instructions on a bare processor. */
record ExecutionEvidence(Answer.Executed executed) implements Evidence {
    @Override
    public Optional<Bits> bits(Measure measure) {
        return Optional.ofNullable(executed.values().get(measure.name()));
    }

    @Override
    public Optional<Long> count(Measure measure) {
        return measure.name().equals("instructions") ? Optional.of(executed.instructions()) : Optional.empty();
    }

    @Override
    public Optional<String> words(Measure measure) {
        boolean trapped = executed.ending() == Ending.TRAPPED || executed.ending() == Ending.STUCK;
        return switch (measure.name()) {
            case "ends" -> Optional.of(executed.ending().name().toLowerCase(Locale.ROOT));
            case "trap" -> Optional.of(trapped && !executed.detail().isEmpty() ? executed.detail() : "none");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<List<String>> order(Measure measure) {
        return Optional.empty();
    }

    @Override
    public String absence(Measure measure) {
        return measure.name().contains("[")
                ? "not there: it is outside the memory"
                : "not there: your definition has no such register";
    }
}
