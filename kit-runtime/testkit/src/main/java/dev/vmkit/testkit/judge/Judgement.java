package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.suite.Expectation;
import dev.vmkit.testkit.suite.Expectation.Condition;
import dev.vmkit.testkit.suite.Expectation.Measure;
import dev.vmkit.testkit.suite.Relation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds evidence against expectations.
 *
 * @param others the evidence of other files' runs, by their names
 */
record Judgement(Evidence evidence, Function<String, Evidence> others) {

    /** All that is not as expected. */
    List<Miss> misses(List<Expectation> expectations) {
        return expectations.stream().flatMap(e -> miss(e).stream()).toList();
    }

    private Optional<Miss> miss(Expectation expectation) {
        Measure measure = expectation.measure();
        return switch (expectation.condition()) {
            case Condition.Number(Relation relation, long value) -> number(measure, relation, value);
            case Condition.Words(String text) -> words(measure, text);
            case Condition.Contains(String text) -> contains(measure, text);
            case Condition.Order(List<String> items, boolean exact) -> order(measure, items, exact);
            case Condition.SameAs(String file, String of) -> sameAs(measure, file, of);
        };
    }

    private Optional<Miss> number(Measure measure, Relation relation, long value) {
        Optional<Long> count = evidence.count(measure);
        if (count.isPresent()) {
            return relation.holds(count.get(), value)
                    ? Optional.empty()
                    : miss(measure, compared(relation, Long.toString(value)), Long.toString(count.get()));
        }
        Optional<Bits> bits = evidence.bits(measure);
        if (bits.isEmpty()) {
            return miss(measure, compared(relation, Long.toString(value)), evidence.absence(measure));
        }
        Bits found = bits.get();
        boolean holds = relation == Relation.EQUAL || relation == Relation.DIFFERENT
                ? found.is(value) == (relation == Relation.EQUAL)
                : relation.holds(found.value(), value);
        return holds
                ? Optional.empty()
                : miss(measure, compared(relation, found.alike(value).toString()), found.toString());
    }

    private static String compared(Relation relation, String value) {
        return relation == Relation.EQUAL ? value : relation + " " + value;
    }

    private Optional<Miss> words(Measure measure, String text) {
        String found = evidence.words(measure).orElse(evidence.absence(measure));
        return found.equals(text) ? Optional.empty() : miss(measure, text, found);
    }

    private Optional<Miss> contains(Measure measure, String text) {
        String found = evidence.words(measure).orElse("");
        return found.contains(text) ? Optional.empty() : miss(measure, "something with '" + text + "' in it", found);
    }

    private Optional<Miss> order(Measure measure, List<String> items, boolean exact) {
        List<String> found = evidence.order(measure).orElse(List.of());
        boolean fits = exact ? found.equals(items) : isWithin(items, found);
        return fits ? Optional.empty() : miss(measure, String.join(", ", items), String.join(", ", found));
    }

    /** Each of the items, in their order, whatever lies between; an item without '=' stands for any value. */
    private static boolean isWithin(List<String> items, List<String> found) {
        int next = 0;
        for (String each : found) {
            if (next < items.size() && matches(items.get(next), each)) {
                next++;
            }
        }
        return next == items.size();
    }

    private static boolean matches(String item, String found) {
        return item.contains("=") ? found.equals(item.replaceAll("\\s*=\\s*", " = ")) : found.startsWith(item + " = ");
    }

    private Optional<Miss> sameAs(Measure measure, String file, String of) {
        Evidence other = others.apply(file);
        Measure theirs = new Measure(of, measure.name(), measure.part());
        String expected = shown(other, theirs);
        String found = shown(evidence, measure);
        return expected.equals(found) ? Optional.empty() : miss(measure, expected + " (as in " + file + ")", found);
    }

    private static String shown(Evidence evidence, Measure measure) {
        return evidence.words(measure)
                .or(() -> evidence.order(measure).map(list -> String.join(", ", list)))
                .or(() -> evidence.count(measure).map(String::valueOf))
                .or(() -> evidence.bits(measure).map(Bits::toString))
                .orElse(evidence.absence(measure));
    }

    private static Optional<Miss> miss(Measure measure, String expected, String actual) {
        return Optional.of(new Miss(measure.toString(), expected, actual));
    }
}
