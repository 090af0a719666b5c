package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The operand values a form can hold: all of them where the operands have at most 16 bits together, else their corners and
 * a sample. Derived tests go through them. Deterministic.
 */
public final class OperandDomain {
    private static final int EXHAUSTIVE_BITS = 16;
    private static final int MOST_CORNERS = 1024;

    private final OperandCode[] codes;
    private final Condition where;
    private final int bits;

    private OperandDomain(OperandCode[] codes, Condition where) {
        this.codes = codes;
        this.where = where;
        this.bits = Arrays.stream(codes).mapToInt(OperandCode::width).sum();
    }

    public static OperandDomain of(Isa isa, Instruction instruction) {
        OperandCode[] codes = OperandCode.of(instruction.form(), isa);
        return new OperandDomain(codes, Condition.of(instruction));
    }

    /** Whether {@link #values} gives every combination of values. */
    public boolean isExhaustive() {
        return bits <= EXHAUSTIVE_BITS;
    }

    /**
     * Combinations of values that the form can hold, each as in {@link Decoding.Decoded}.
     *
     * @param samples how many are drawn besides the corners, where not all are given; some may not fit and are left out
     * @param seed of the generator that draws
     */
    public Stream<long[]> values(int samples, long seed) {
        Stream<long[]> combinations =
                isExhaustive() ? all() : Stream.concat(corners(), sampled(samples, new Random(seed)));
        return combinations.filter(this::accept).map(this::decode).filter(where::holds);
    }

    private Stream<long[]> all() {
        return LongStream.range(0, 1L << bits).mapToObj(this::split);
    }

    /** The codes whose bits lie side by side in {@code packed}. */
    private long[] split(long packed) {
        long[] split = new long[codes.length];
        for (int i = 0; i < codes.length; i++) {
            split[i] = packed & BitField.ones(codes[i].width());
            packed >>>= codes[i].width();
        }
        return split;
    }

    /** Corners of each operand, together with changing corners of the others. */
    private Stream<long[]> corners() {
        long[][] each = Arrays.stream(codes).map(OperandDomain::corners).toArray(long[][]::new);
        int most = Arrays.stream(each).mapToInt(c -> c.length).max().orElse(1);
        return IntStream.range(0, each.length < 2 ? most : Math.min(most * most, MOST_CORNERS))
                .mapToObj(n -> IntStream.range(0, each.length)
                        .mapToLong(i -> each[i][(n + i * (n / most)) % each[i].length])
                        .toArray());
    }

    /** Accepted codes near 0, near the largest, near the change of sign and near powers of two. */
    private static long[] corners(OperandCode code) {
        TreeSet<Long> corners = new TreeSet<>();
        long ones = BitField.ones(code.width());
        for (int bit = 0; bit < code.width(); bit++) {
            for (long near : new long[] {1L << bit, (1L << bit) - 1, -(1L << bit), -(1L << bit) - 1}) {
                corners.add(near & ones);
            }
        }
        long[] accepted = corners.stream()
                .mapToLong(Long::longValue)
                .filter(code::accepts)
                .toArray();
        return accepted.length == 0 ? new long[] {0} : accepted;
    }

    private Stream<long[]> sampled(int samples, Random random) {
        return Stream.generate(() -> Arrays.stream(codes)
                        .mapToLong(code -> random.nextLong() & BitField.ones(1 + random.nextInt(code.width())))
                        .toArray())
                .limit(samples);
    }

    private boolean accept(long[] combination) {
        for (int i = 0; i < codes.length; i++) {
            if (!codes[i].accepts(combination[i])) {
                return false;
            }
        }
        return true;
    }

    private long[] decode(long[] combination) {
        long[] values = new long[codes.length];
        Arrays.setAll(values, i -> codes[i].value(combination[i]));
        return values;
    }
}
