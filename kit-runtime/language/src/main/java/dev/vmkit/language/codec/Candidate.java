package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form made ready to be compared with bits. Its <em>head</em> are the units before the first LEB128 operand, at most 64
 * bits, packed into one number with the first unit lowest; the decision tree looks at nothing else. What follows the
 * head, in few forms, is the <em>tail</em>.
 */
final class Candidate {
    private static final long[] NO_VALUES = {};

    final Instruction instruction;
    final OperandCode[] codes;
    private final Condition where;

    /** Units of the head. */
    final int units;
    /** Which bits of the head are fixed, and to what. */
    final long mask;

    final long value;
    /** Where operands lie in the head: their unit is always 0. */
    private final BitField[] fields;

    private final @Nullable Tail tail;

    private Candidate(
            Instruction instruction,
            OperandCode[] codes,
            Condition where,
            int units,
            long mask,
            long value,
            BitField[] fields,
            @Nullable Tail tail) {
        this.instruction = instruction;
        this.codes = codes;
        this.where = where;
        this.units = units;
        this.mask = mask;
        this.value = value;
        this.fields = fields;
        this.tail = tail;
    }

    static Candidate of(Isa isa, Instruction instruction) {
        FormPattern pattern = FormPattern.of(isa.model(), instruction.form());
        int unit = pattern.unit();
        int units = Math.min(pattern.fixedUnits(), 64 / unit);
        long mask = 0;
        long value = 0;
        List<BitField> fields = new ArrayList<>();
        if (units > 0) {
            Stretch.Units first = (Stretch.Units) pattern.stretches().getFirst();
            for (int u = 0; u < units; u++) {
                mask |= first.masks()[u] << u * unit;
                value |= first.values()[u] << u * unit;
            }
            first.fields().stream()
                    .filter(f -> f.unit() < units)
                    .map(f -> new BitField(f.operand(), 0, f.unit() * unit + f.shift(), f.width(), f.low()))
                    .forEach(fields::add);
        }
        return new Candidate(
                instruction,
                OperandCode.of(instruction.form(), isa),
                Condition.of(instruction),
                units,
                mask,
                value,
                merged(fields),
                Tail.of(pattern, units));
    }

    /** Joins fields that are neighbours both in the head and in their operand. */
    private static BitField[] merged(List<BitField> fields) {
        List<BitField> sorted = new ArrayList<>(fields);
        sorted.sort(Comparator.comparingInt(BitField::shift));
        List<BitField> merged = new ArrayList<>();
        for (BitField f : sorted) {
            if (!merged.isEmpty() && follows(merged.getLast(), f)) {
                BitField below = merged.removeLast();
                f = new BitField(f.operand(), 0, below.shift(), below.width() + f.width(), below.low());
            }
            merged.add(f);
        }
        return merged.toArray(BitField[]::new);
    }

    private static boolean follows(BitField below, BitField f) {
        return below.operand() == f.operand()
                && below.shift() + below.width() == f.shift()
                && below.low() + below.width() == f.low();
    }

    /** Bits of the head, besides the fixed ones, on which it depends whether this form matches. */
    long sensitive() {
        long bits = 0;
        for (BitField f : fields) {
            if (where != Condition.ALWAYS || !codes[f.operand()].acceptsAll()) {
                bits |= f.place(-1L);
            }
        }
        return bits;
    }

    /** Whether a head can be one of this form, whatever follows it. */
    boolean matchesHead(long bits) {
        if (!possible(-1L, bits)) {
            return false;
        }
        long[] values = new long[codes.length];
        for (int i = 0; i < codes.length; i++) {
            if (!isKnown(i, -1L)) {
                return true;
            }
            values[i] = codes[i].value(code(i, bits));
        }
        return where.holds(values);
    }

    /** Whether every head that {@link #matchesHead} admits is an instruction of this form. */
    boolean isAllHead() {
        return tail == null;
    }

    /** Whether a head of which the bits {@code known} are {@code bits} can still be this form. */
    boolean possible(long known, long bits) {
        if (((bits ^ value) & mask & known) != 0) {
            return false;
        }
        for (int i = 0; i < codes.length; i++) {
            if (!codes[i].acceptsAll() && isKnown(i, known) && !codes[i].accepts(code(i, bits))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all bits of an operand are among the bits {@code known}. */
    private boolean isKnown(int operand, long known) {
        int bits = 0;
        for (BitField f : fields) {
            if (f.operand() == operand) {
                if (f.place(-1L) != (f.place(-1L) & known)) {
                    return false;
                }
                bits += f.width();
            }
        }
        return bits == codes[operand].width();
    }

    private long code(int operand, long bits) {
        long code = 0;
        for (BitField f : fields) {
            if (f.operand() == operand) {
                code |= f.pick(bits);
            }
        }
        return code;
    }

    /** This form with its operands' values, if the head and what follows it are an instruction of it. */
    Decoding.@Nullable Decoded match(long bits, UnitSource source) {
        if ((bits & mask) != value) {
            return null;
        }
        long[] values = codes.length == 0 ? NO_VALUES : new long[codes.length];
        for (BitField f : fields) {
            values[f.operand()] |= f.pick(bits);
        }
        int size = tail == null ? units : tail.read(source, values);
        return size >= 0 && OperandCode.decode(codes, values) && where.holds(values)
                ? new Decoding.Decoded(instruction, values, size)
                : null;
    }
}
