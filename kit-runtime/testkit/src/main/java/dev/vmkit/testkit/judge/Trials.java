package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Check;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.Trial;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what checks say. */
final class Trials implements AutoCloseable {
    private final Suite suite;
    private final List<Path> plugins;
    private final Map<Path, Reference> references = new HashMap<>();

    Trials(Suite suite, List<Path> plugins) {
        this.suite = suite;
        this.plugins = List.copyOf(plugins);
    }

    /** @throws Unanswered if the subject does not answer what it is asked */
    Finding look(Check check, Subject subject) {
        PolicyTrials policies = new PolicyTrials(suite.part());
        return switch (check.trial()) {
            case Trial.Example example -> new ExampleTrial(example, suite.part()).look(subject);
            case Trial.BoardRun run -> new BoardTrial(run, check.files()).look(subject);
            case Trial.Experiment experiment -> new ClaimTrial(experiment, check.files()).look(subject);
            case Trial.Property property -> property(property).look(subject);
            case Trial.Encodings encodings ->
                new EncodingTrial(encodings, reference(encodings.against())).look(subject);
            case Trial.Script script -> new DeviceTrial(script, suite.part()).look(subject);
            case Trial.Laws laws -> policies.laws(laws, subject);
            case Trial.Schedule schedule -> policies.schedule(schedule, subject, () -> reference(Optional.empty()));
            case Trial.Analysis analysis -> DefinitionTrials.analysis(analysis, subject);
            case Trial.OwnTests _ -> DefinitionTrials.ownTests(subject);
            case Trial.Changes changes -> DefinitionTrials.changes(changes, reference(changes.against()), subject);
        };
    }

    /** Whether all is as it should be; what is not is not looked into. */
    boolean passes(Check check, Subject subject) {
        return switch (check.trial()) {
            case Trial.Property property -> property(property).holds(subject);
            case Trial.Laws laws -> new PolicyTrials(suite.part()).keeps(laws, subject);
            default -> look(check, subject).status() == Status.PASSED;
        };
    }

    private PropertyTrial property(Trial.Property property) {
        return new PropertyTrial(property, reference(property.against()), suite.part());
    }

    /** The definition at a place, or that of the suite. */
    Reference reference(Optional<Path> against) {
        Path place = against.or(suite::reference).orElseThrow();
        return references.computeIfAbsent(place, p -> Reference.open(p, suite.part(), plugins));
    }

    @Override
    public void close() {
        references.values().forEach(Reference::close);
        references.clear();
    }
}
