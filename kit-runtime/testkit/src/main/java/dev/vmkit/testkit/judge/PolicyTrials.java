package dev.vmkit.testkit.judge;

import dev.vmkit.layers.gantt.TextChart;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Simulator;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.testkit.policy.PolicyLaws;
import dev.vmkit.testkit.policy.PolicyTrial;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.PartUnderTest;
import dev.vmkit.testkit.suite.Trial;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Holds a policy to laws, and to what should come of a workload. */
record PolicyTrials(PartUnderTest part) {
    /** Lines shown of a schedule, before and from the first one that differs. */
    private static final int BEFORE = 2;

    private static final int AFTER = 4;
    private static final int WIDTH = 100;
    /** That of the laws. */
    private static final long SEED = 42;

    Finding laws(Trial.Laws trial, Subject subject) {
        List<PolicyLaws.Verdict> verdicts = ask(trial, subject, laws -> laws.check(trial.workloads()));
        List<PolicyLaws.Verdict> broken =
                verdicts.stream().filter(v -> v.broken().isPresent()).toList();
        if (broken.isEmpty()) {
            return Finding.PASSED;
        }
        PolicyLaws.Verdict first = broken.getFirst();
        String others = broken.stream()
                .skip(1)
                .map(v -> "\nnor does it keep: " + v.law())
                .collect(Collectors.joining());
        return Finding.failed(
                1 - (double) broken.size() / verdicts.size(),
                Cause.of(
                        "it does not keep the law: " + first.law() + "\n"
                                + first.broken().orElseThrow() + others,
                        first.law()));
    }

    /** Whether it keeps them all; that which it does not is not looked into, which takes many runs. */
    boolean keeps(Trial.Laws trial, Subject subject) {
        return ask(trial, subject, laws -> laws.hold(trial.workloads()));
    }

    private <T> T ask(Trial.Laws trial, Subject subject, Function<PolicyLaws, T> question) {
        Map<String, Long> parameters = open(subject);
        AskedPolicy.Asked asked = new AskedPolicy.Asked();
        T answer = question.apply(new PolicyLaws(
                part.name().value(),
                () -> new AskedPolicy(subject, SEED, asked),
                PolicyTrial.of(parameters),
                trial.promises()));
        asked.throwIfLost();
        return answer;
    }

    private Map<String, Long> open(Subject subject) {
        return Unanswered.require(Answer.Opened.class, subject.ask(part.open())).parameters();
    }

    /** @param reference gives a policy that is right, if there is no golden file */
    Finding schedule(Trial.Schedule trial, Subject subject, Supplier<Reference> reference) {
        Map<String, Long> parameters = open(subject);
        History found = run(trial, subject, parameters);
        if (found.fault().isPresent()) {
            return Finding.failed(Cause.of(
                    "at time " + found.fault().get().now() + ": "
                            + found.fault().get().what(),
                    "policy fault"));
        }
        String actual = TextChart.stints(found);
        if (trial.golden().isPresent()) {
            return compare(trial.workload(), trial.golden().get(), actual, "");
        }
        History right = run(trial, reference.get().subject(), parameters);
        String chart = "the right one:\n" + TextChart.of(right, WIDTH) + "yours:\n" + TextChart.of(found, WIDTH);
        return compare(trial.workload(), TextChart.stints(right), actual, "\n" + chart.stripTrailing());
    }

    private History run(Trial.Schedule trial, Subject subject, Map<String, Long> parameters) {
        AskedPolicy.Asked asked = new AskedPolicy.Asked();
        PolicySetup setup =
                new PolicySetup(part.name().value(), trial.workload().cpus(), PolicyTrial.of(parameters), trial.seed());
        History history = Simulator.run(trial.workload(), new AskedPolicy(subject, trial.seed(), asked), setup);
        asked.throwIfLost();
        return history;
    }

    private static Finding compare(Workload workload, String expected, String actual, String charts) {
        List<String> wanted = expected.strip().lines().map(String::strip).toList();
        List<String> found = actual.strip().lines().map(String::strip).toList();
        if (wanted.equals(found)) {
            return Finding.PASSED;
        }
        int at = 0;
        while (at < wanted.size() && at < found.size() && wanted.get(at).equals(found.get(at))) {
            at++;
        }
        String right = at < wanted.size() ? wanted.get(at) : "nothing more";
        String wrong = at < found.size() ? found.get(at) : "nothing more";
        return Finding.failed(new Cause(
                "on workload " + workload.name() + ", stint " + (at + 1)
                        + " (time, processor, job, how long) should be '" + right + "', and is '" + wrong + "'"
                        + charts,
                around(wanted, at),
                around(found, at),
                "schedule"));
    }

    /** The lines near one of them, which are what people read. */
    private static String around(List<String> lines, int at) {
        int from = Math.clamp(at - BEFORE, 0, lines.size());
        int to = Math.min(at + AFTER, lines.size());
        String shown = String.join("\n", lines.subList(from, to));
        return (from == 0 ? "" : "...\n") + shown + (to == lines.size() ? "" : "\n...");
    }
}
