package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Turns a form with operand values into bits, the inverse of {@link Decoder}. Immutable. */
public final class Encoder {
    private final Map<Instruction, Plan> plans = new IdentityHashMap<>();

    /** How the bits of one form are made. */
    private record Plan(FormPattern pattern, OperandCode[] codes, Condition where) {}

    private Encoder(Isa isa) {
        for (Instruction i : isa.instructions()) {
            plans.put(
                    i, new Plan(FormPattern.of(isa.model(), i.form()), OperandCode.of(i.form(), isa), Condition.of(i)));
        }
    }

    public static Encoder of(Isa isa) {
        return new Encoder(isa);
    }

    /**
     * The address units of an instruction, each zero-extended, in the order of memory. Ignored bits are 0.
     *
     * @param values as in {@link Decoding.Decoded}
     * @throws IllegalArgumentException if {@link #misfit} names an operand
     */
    public long[] encode(Instruction instruction, long[] values) {
        OptionalInt misfit = misfit(instruction, values);
        if (misfit.isPresent()) {
            throw new IllegalArgumentException(instruction.id() + " cannot hold " + Arrays.toString(values)
                    + " (operand " + misfit.getAsInt() + ")");
        }
        Plan plan = plan(instruction);
        long[] codes = OperandCode.encode(plan.codes, values);
        long[] units = {};
        for (Stretch stretch : plan.pattern.stretches()) {
            long[] more = units(stretch, codes, values);
            units = Arrays.copyOf(units, units.length + more.length);
            System.arraycopy(more, 0, units, units.length - more.length, more.length);
        }
        return units;
    }

    private static long[] units(Stretch stretch, long[] codes, long[] values) {
        return switch (stretch) {
            case Stretch.Units fixed -> {
                long[] units = fixed.values().clone();
                fixed.fields().forEach(f -> units[f.unit()] |= f.place(codes[f.operand()]));
                yield units;
            }
            case Stretch.LebBytes leb -> Leb128.encode(values[leb.operand()], leb.signed());
        };
    }

    /** The number of units {@link #encode} makes. */
    public int size(Instruction instruction, long[] values) {
        int units = 0;
        for (Stretch stretch : plan(instruction).pattern.stretches()) {
            units += switch (stretch) {
                case Stretch.Units fixed -> fixed.count();
                case Stretch.LebBytes leb -> Leb128.size(values[leb.operand()], leb.signed());
            };
        }
        return units;
    }

    /** The first operand whose value the form cannot hold, if any; -1 stands for the form's {@code where}. */
    public OptionalInt misfit(Instruction instruction, long[] values) {
        Plan plan = plan(instruction);
        for (int i = 0; i < values.length; i++) {
            if (!plan.codes[i].holds(values[i])) {
                return OptionalInt.of(i);
            }
        }
        return plan.where.holds(values) ? OptionalInt.empty() : OptionalInt.of(-1);
    }

    private Plan plan(Instruction instruction) {
        Plan plan = plans.get(instruction);
        if (plan == null) {
            throw new IllegalArgumentException(instruction.id() + " is not an instruction of this ISA");
        }
        return plan;
    }
}
