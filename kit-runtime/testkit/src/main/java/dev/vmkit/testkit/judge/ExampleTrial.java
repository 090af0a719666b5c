package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Ending;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Expectation;
import dev.vmkit.testkit.suite.PartUnderTest;
import dev.vmkit.testkit.suite.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Executes a few instructions, or a program, on a bare processor. */
record ExampleTrial(Trial.Example example, PartUnderTest part) {
    /** Where code lies if nobody says: in no machine that we know of is it reserved. */
    static final long ORIGIN = 0x3000;

    private static final Set<String> NO_PLACES = Set.of("ends", "trap", "instructions");
    private static final int SHORT = 60;

    Finding look(Subject subject) {
        List<String> wanted = example.expectations().stream()
                .map(e -> e.measure().name())
                .filter(name -> !NO_PLACES.contains(name))
                .distinct()
                .toList();
        boolean trap =
                example.expectations().stream().anyMatch(e -> e.measure().name().equals("trap"));
        Question question =
                new Question.Execute(example.code().at(ORIGIN), example.given(), example.most(), trap, wanted);
        Answer.Executed executed = Unanswered.require(Answer.Executed.class, subject.ask(question));
        List<Miss> misses =
                new Judgement(new ExecutionEvidence(executed), file -> unknown()).misses(example.expectations());
        List<Expectation> all = example.expectations();
        return misses.isEmpty()
                ? Finding.PASSED
                : Finding.failed(1 - (double) misses.size() / all.size(), Miss.cause(after(executed), misses))
                        .with(replay(subject, executed));
    }

    /** With as much memory, in such units, as the submission says that there is. */
    private Optional<Replay> replay(Subject subject, Answer.Executed executed) {
        Map<String, Long> told =
                subject.ask(part.open()) instanceof Answer.Opened(Map<String, Long> parameters) ? parameters : Map.of();
        int unit = Math.clamp(told.getOrDefault("unit", 0L), 0, Long.SIZE);
        int addresses = Math.clamp(told.getOrDefault("addresses", (long) Short.SIZE), 1, Long.SIZE);
        long most = executed.ending() == Ending.LEFT ? executed.instructions() : example.most();
        return new Replays(part, unit, addresses).of(example, most);
    }

    private static Evidence unknown() {
        throw new IllegalStateException("examples are compared with no other file");
    }

    private String after(Answer.Executed executed) {
        String what = example.code()
                .source()
                .map(text -> text.strip().lines().collect(Collectors.joining("; ")))
                .filter(text -> text.length() <= SHORT)
                .orElse(example.code().called());
        String given = example.given().values().entrySet().stream()
                .map(e -> e.getKey() + " = " + Replays.number(e.getValue()))
                .collect(Collectors.joining(", "));
        String nothing = executed.instructions() > 0
                ? ""
                : "nothing was executed (a word alone in its line is a label unless an instruction is called so); ";
        return nothing + "after " + what + (given.isEmpty() ? ": " : " with " + given + ": ");
    }
}
