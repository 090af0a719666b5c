package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What should come out of an experiment: a comparison of two sides. Without a guest it is about each of them. */
public record Claim(Text written, Side left, Relation relation, Side right) {

    /** What is compared. */
    public sealed interface Side {}

    /** A number as it stands. */
    public record Number(double value) implements Side {}

    /**
     * What is counted in a run.
     *
     * @param part the cause of exits, or one with its detail, or the cost profile, if not all or the first
     * @param guest if only one guest's counts
     * @param way its name, or that of the bare run
     */
    public record Measure(Quantity what, Optional<String> part, Optional<String> guest, String way) implements Side {}

    /** What can be counted. */
    public enum Quantity {
        EXITS,
        INSTRUCTIONS,
        DIRECT,
        CYCLES
    }

    /** How two sides are compared. */
    public enum Relation {
        EQUAL("="),
        DIFFERENT("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        static Relation of(String sign) {
            return Arrays.stream(values())
                    .filter(r -> r.sign.equals(sign))
                    .findFirst()
                    .orElseThrow();
        }

        boolean holds(double left, double right) {
            return switch (this) {
                case EQUAL -> left == right;
                case DIFFERENT -> left != right;
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case MORE -> left > right;
                case AT_LEAST -> left >= right;
            };
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    /** The measures among its sides. */
    public Stream<Measure> measures() {
        return Stream.of(left, right).filter(Measure.class::isInstance).map(Measure.class::cast);
    }

    /** Whether all of its measures say whose they are. */
    public boolean namesGuests() {
        return measures().allMatch(measure -> measure.guest().isPresent());
    }

    /** Whether it holds for measured values. */
    public boolean holds(ToDoubleFunction<Measure> measured) {
        return relation.holds(value(left, measured), value(right, measured));
    }

    /** A side's value. */
    public static double value(Side side, ToDoubleFunction<Measure> measured) {
        return switch (side) {
            case Number number -> number.value();
            case Measure measure -> measured.applyAsDouble(measure);
        };
    }
}
