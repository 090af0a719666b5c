package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Board;
import dev.vmkit.testkit.subject.Octets;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.subject.Wanted;
import dev.vmkit.testkit.suite.Expectation;
import dev.vmkit.testkit.suite.Expectation.Condition;
import dev.vmkit.testkit.suite.Expectation.Measure;
import dev.vmkit.testkit.suite.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a board with the part in or on it. */
record BoardTrial(Trial.BoardRun run, Map<String, Octets> files) {
    private static final Set<String> NO_PLACES =
            Set.of("console", "ends", "instructions", "exits", "traps", "state", "picks", "writes");

    Finding look(Subject subject) {
        BoardEvidence evidence = evidence(run.main(), subject);
        Map<String, Evidence> others = new HashMap<>();
        Judgement judgement = new Judgement(evidence, file -> others.computeIfAbsent(file, f -> evidence(f, subject)));
        List<Miss> misses = judgement.misses(run.expectations());
        if (!misses.isEmpty()) {
            double share = 1 - (double) misses.size() / run.expectations().size();
            return Finding.failed(share, Miss.cause("on " + run.main() + ": ", misses));
        }
        return scored(evidence);
    }

    private BoardEvidence evidence(String main, Subject subject) {
        Question question = new Question.Run(new Board(main, files), run.typing(), run.budget(), wanted());
        return new BoardEvidence(Unanswered.require(Answer.Ran.class, subject.ask(question)));
    }

    private Wanted wanted() {
        List<Measure> measures =
                run.expectations().stream().map(Expectation::measure).toList();
        List<String> places = measures.stream()
                .map(Measure::name)
                .filter(name -> !NO_PLACES.contains(name))
                .distinct()
                .toList();
        List<String> writes = run.expectations().stream()
                .filter(e -> e.measure().name().equals("writes"))
                .flatMap(e -> e.condition() instanceof Condition.Order(List<String> items, boolean _)
                        ? items.stream()
                        : List.<String>of().stream())
                .map(item -> item.split("=", 2)[0].strip())
                .distinct()
                .toList();
        return new Wanted(places, writes, asks(measures, "state"), asks(measures, "traps"), asks(measures, "picks"));
    }

    private static boolean asks(List<Measure> measures, String name) {
        return measures.stream().anyMatch(measure -> measure.name().equals(name));
    }

    /** All is right; how many points it is worth depends on what it took. */
    private Finding scored(BoardEvidence evidence) {
        for (Trial.Score score : run.scores()) {
            Measure measure = new Measure("", score.measure(), score.measure().equals("exits") ? "total" : "");
            long count = evidence.count(measure).orElse(score.none());
            double share = score.share(count);
            if (share < 1) {
                Miss miss = new Miss(score.measure(), "<= " + score.full(), Long.toString(count));
                Cause cause = Miss.cause("it works, but takes more than it must: ", List.of(miss));
                return Finding.scaled(share, cause);
            }
        }
        return Finding.PASSED;
    }
}
