package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Expectation.Measure;
import dev.vmkit.testkit.suite.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks a definition about itself. */
final class DefinitionTrials {
    private DefinitionTrials() {}

    /** What follows for virtualization. */
    static Finding analysis(Trial.Analysis trial, Subject subject) {
        Answer.Analyzed analyzed = Unanswered.require(
                Answer.Analyzed.class, subject.ask(new Question.Analyze(trial.kernel(), trial.runsIn())));
        List<Miss> misses =
                new Judgement(new Analysed(analyzed), _ -> new Analysed(analyzed)).misses(trial.expectations());
        return misses.isEmpty()
                ? Finding.PASSED
                : Finding.failed(
                        1 - (double) misses.size() / trial.expectations().size(), Miss.cause("", misses));
    }

    private record Analysed(Answer.Analyzed analyzed) implements Evidence {
        @Override
        public Optional<Bits> bits(Measure measure) {
            return Optional.empty();
        }

        @Override
        public Optional<Long> count(Measure measure) {
            return measure.name().equals("critical")
                    ? Optional.of((long) analyzed.critical().size())
                    : Optional.empty();
        }

        @Override
        public Optional<String> words(Measure measure) {
            return switch (measure.name()) {
                case "theorem-1" -> Optional.of(String.valueOf(analyzed.theorem1()));
                case "hybrid" -> Optional.of(String.valueOf(analyzed.hybrid()));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<List<String>> order(Measure measure) {
            return measure.name().equals("critical") ? Optional.of(analyzed.critical()) : Optional.empty();
        }

        @Override
        public String absence(Measure measure) {
            return "not there";
        }
    }

    /** The tests that follow from it. */
    static Finding ownTests(Subject subject) {
        List<Answer.Derived.Finding> findings = Unanswered.require(
                        Answer.Derived.class, subject.ask(new Question.Derive()))
                .findings();
        List<Answer.Derived.Finding> failed =
                findings.stream().filter(f -> !f.passed()).toList();
        if (failed.isEmpty() && !findings.isEmpty()) {
            return Finding.PASSED;
        }
        String words = failed.stream()
                .map(f -> "it is not so that it " + f.test() + "\n" + f.detail())
                .collect(Collectors.joining("\n"));
        return Finding.failed(
                1 - (double) failed.size() / Math.max(1, findings.size()),
                Cause.of(
                        failed.isEmpty() ? "there are no tests of it" : words.strip() + "\n'kit test' says more",
                        failed.isEmpty() ? "kit test" : failed.getFirst().test()));
    }

    /** How little was changed of a reference. */
    static Finding changes(Trial.Changes trial, Reference reference, Subject subject) {
        Answer.Described was = describe(reference.subject());
        Answer.Described is = describe(subject);
        List<Miss> misses = new ArrayList<>();
        differing(was.encodings(), is.encodings())
                .forEach(form -> misses.add(new Miss(form, "encoded as before", changed(form, is.encodings()))));
        differing(was.frame(), is.frame())
                .forEach(what -> misses.add(new Miss(what, "as before", changed(what, is.frame()))));
        List<String> forms = differing(was.semantics(), is.semantics());
        if (forms.size() < trial.least() || forms.size() > trial.most()) {
            misses.add(new Miss(
                    "the number of instructions that do something else",
                    forms.size() > trial.most() ? "at most " + trial.most() : "at least " + trial.least(),
                    forms.isEmpty() ? "0" : forms.size() + " (" + String.join(", ", forms) + ")"));
        }
        return misses.isEmpty() ? Finding.PASSED : Finding.failed(Miss.cause("", misses));
    }

    private static String changed(String name, Map<String, String> now) {
        return now.containsKey(name) ? "changed" : "gone";
    }

    private static Answer.Described describe(Subject subject) {
        return Unanswered.require(Answer.Described.class, subject.ask(new Question.Describe()));
    }

    private static List<String> differing(Map<String, String> was, Map<String, String> is) {
        Map<String, String> all = new LinkedHashMap<>(is);
        all.putAll(was);
        return new TreeSet<>(all.keySet())
                .stream()
                        .filter(name -> !java.util.Objects.equals(was.get(name), is.get(name)))
                        .toList();
    }
}
