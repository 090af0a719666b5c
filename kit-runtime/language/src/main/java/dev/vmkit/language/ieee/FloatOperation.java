package dev.vmkit.language.ieee;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation on certain formats: a primitive of the semantics language.
 *
 * @param kind what is computed
 * @param from bits of each operand
 * @param to bits of the result
 */
public record FloatOperation(Kind kind, int from, int to) {
    private static final List<Integer> FLOATS = List.of(16, 32, 64);
    private static final List<Integer> INTEGERS = List.of(32, 64);
    private static final Map<String, FloatOperation> BY_NAME = Stream.of(Kind.values())
            .flatMap(Kind::all)
            .collect(Collectors.toMap(FloatOperation::name, operation -> operation, (a, _) -> a, LinkedHashMap::new));

    /** What is computed: of how many operands, and whether it rounds. */
    public enum Kind {
        ADD("fadd", 2, true),
        SUBTRACT("fsub", 2, true),
        MULTIPLY("fmul", 2, true),
        DIVIDE("fdiv", 2, true),
        SQUARE_ROOT("fsqrt", 1, true),
        /** The first times the second plus the third, rounded once. */
        MULTIPLY_ADD("ffma", 3, true),
        ROUND_TO_INTEGRAL("fround", 1, true),
        MINIMUM("fmin", 2, false),
        MAXIMUM("fmax", 2, false),
        /** Quiet; gives one bit. */
        EQUAL("feq", 2, false),
        /** Signaling; gives one bit. */
        LESS("flt", 2, false),
        /** Signaling; gives one bit. */
        LESS_OR_EQUAL("fle", 2, false),
        /** What kind of number it is, one bit of ten: see {@link Classification}. */
        CLASSIFY("fclass", 1, false),
        CONVERT("f_to_f", 1, true),
        TO_SIGNED("f_to_s", 1, true),
        TO_UNSIGNED("f_to_u", 1, true),
        FROM_SIGNED("s_to_f", 1, true),
        FROM_UNSIGNED("u_to_f", 1, true);

        private final String word;
        private final int operands;
        private final boolean rounds;

        Kind(String word, int operands, boolean rounds) {
            this.word = word;
            this.operands = operands;
            this.rounds = rounds;
        }

        private Stream<FloatOperation> all() {
            return switch (this) {
                case EQUAL, LESS, LESS_OR_EQUAL -> FLOATS.stream().map(width -> new FloatOperation(this, width, 1));
                case CLASSIFY -> FLOATS.stream().map(width -> new FloatOperation(this, width, 10));
                case CONVERT -> between(FLOATS, FLOATS).filter(operation -> operation.from != operation.to);
                case TO_SIGNED, TO_UNSIGNED -> between(FLOATS, INTEGERS);
                case FROM_SIGNED, FROM_UNSIGNED -> between(INTEGERS, FLOATS);
                default -> FLOATS.stream().map(width -> new FloatOperation(this, width, width));
            };
        }

        private Stream<FloatOperation> between(List<Integer> from, List<Integer> to) {
            return from.stream().flatMap(a -> to.stream().map(b -> new FloatOperation(this, a, b)));
        }
    }

    /** Every operation that there is. */
    public static List<FloatOperation> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The operation of that {@link #name}. */
    public static Optional<FloatOperation> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** How the semantics language calls it: {@code fadd64}, {@code f64_to_s32}, {@code u32_to_f64}. */
    public String name() {
        String word = kind.word;
        int gap = word.indexOf("_to_");
        return gap < 0 ? word + from : word.substring(0, gap) + from + word.substring(gap) + to;
    }

    /** Bits of each argument: of the operands and, if it rounds, the code of a {@link Rounding}. */
    public List<Integer> argumentWidths() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(kind.operands, from));
        if (kind.rounds) {
            widths.add(3);
        }
        return List.copyOf(widths);
    }

    /** How many operands it has, the rounding aside. */
    public int operands() {
        return kind.operands;
    }

    public boolean rounds() {
        return kind.rounds;
    }

    /** The operation as an architecture with these rules computes it. */
    public FloatFunction under(FloatRules rules) {
        return FloatFunctions.of(this, rules);
    }
}
