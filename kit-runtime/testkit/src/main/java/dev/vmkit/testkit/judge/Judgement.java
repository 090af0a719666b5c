package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.suite.Expectation;
import dev.vmkit.testkit.suite.Expectation.Condition;
import dev.vmkit.testkit.suite.Expectation.Measure;
import dev.vmkit.testkit.suite.Relation;
import java.math.BigInteger;
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
            case Condition.Number(Relation relation, BigInteger value) -> number(measure, relation, value);
            case Condition.Words(String text) -> words(measure, text);
            case Condition.Contains(String text) -> contains(measure, text);
            case Condition.Order(List<String> items, boolean exact) -> order(measure, items, exact);
            case Condition.SameAs(String file, String of) -> sameAs(measure, file, of);
        };
    }

    private Optional<Miss> number(Measure measure, Relation relation, BigInteger wanted) {
        Optional<Long> count = evidence.count(measure);
        if (count.isPresent()) {
            boolean holds = relation.holds(BigInteger.valueOf(count.get()), wanted);
            return miss(holds, measure, compared(relation, wanted.toString()), Long.toString(count.get()));
        }
        return evidence.bits(measure)
                .map(found -> number(measure, relation, wanted, found))
                .orElseGet(() -> absent(measure, compared(relation, wanted.toString())));
    }

    /** What is in a place has a sign where it is compared with a number that has one, or asked for its sign. */
    private static Optional<Miss> number(Measure measure, Relation relation, BigInteger wanted, Bits found) {
        boolean asked = wanted.signum() == 0 && (relation == Relation.LESS || relation == Relation.AT_LEAST);
        boolean signed = asked || wanted.signum() < 0;
        boolean holds = relation.holds(signed ? found.signed() : found.unsigned(), wanted);
        boolean equality = relation == Relation.EQUAL || relation == Relation.DIFFERENT;
        boolean alike = found.fits(wanted) && (equality || !signed);
        return miss(
                holds,
                measure,
                compared(relation, alike ? found.alike(wanted.longValue()).toString() : wanted.toString()),
                alike || !signed ? found.toString() : found.signed().toString());
    }

    private static String compared(Relation relation, String value) {
        return relation == Relation.EQUAL ? value : relation + " " + value;
    }

    private Optional<Miss> words(Measure measure, String text) {
        return evidence.words(measure)
                .map(found -> miss(found.equals(text), measure, text, found))
                .orElseGet(() -> absent(measure, text));
    }

    private Optional<Miss> contains(Measure measure, String text) {
        String found = evidence.words(measure).orElse("");
        return miss(found.contains(text), measure, "something with '" + text.replace("\n", "\\n") + "' in it", found);
    }

    private Optional<Miss> order(Measure measure, List<String> items, boolean exact) {
        List<String> found = evidence.order(measure).orElse(List.of());
        boolean fits = exact ? found.equals(items) : isWithin(items, found);
        return miss(fits, measure, listed(items), listed(found));
    }

    private static String listed(List<String> items) {
        return items.isEmpty() ? "nothing" : String.join(", ", items);
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
        Optional<String> expected = shown(other, theirs);
        Optional<String> found = shown(evidence, measure);
        String wanted = expected.orElse(other.absence(theirs)) + " (as in " + file + ")";
        return found.map(here -> miss(expected.equals(found), measure, wanted, here))
                .orElseGet(() -> absent(measure, wanted));
    }

    private static Optional<String> shown(Evidence evidence, Measure measure) {
        return evidence.words(measure)
                .or(() -> evidence.order(measure).map(list -> String.join(", ", list)))
                .or(() -> evidence.count(measure).map(String::valueOf))
                .or(() -> evidence.bits(measure).map(Bits::toString));
    }

    private Optional<Miss> absent(Measure measure, String expected) {
        return miss(false, measure, expected, evidence.absence(measure));
    }

    private static Optional<Miss> miss(boolean holds, Measure measure, String expected, String actual) {
        return holds ? Optional.empty() : Optional.of(new Miss(measure.toString(), expected, actual));
    }
}
