package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Evaluator;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping between an operand's code, the bits of the encoding, and its value, what semantics and assembly see. Both
 * directions are inverse to each other on the codes that {@link #accepts} admits.
 */
sealed interface OperandCode {

    /** Bits of the code, within [1, 64]. */
    int width();

    /** Whether an instruction may have this code. */
    boolean accepts(long code);

    /** Whether every code of {@link #width} bits is accepted. */
    boolean acceptsAll();

    /** The value an accepted code stands for. */
    long value(long code);

    /** The code that stands for a value which {@link #holds} admits. */
    long code(long value);

    /** Whether some accepted code stands for this value. */
    boolean holds(long value);

    static OperandCode of(Operand operand, Map<String, Function> functions) {
        return switch (operand) {
            case Operand.Register r -> new Number(r.codeWidth(), false, 1, r.first(), r.first(), r.last(), new long[0]);
            case Operand.Choice c -> Listed.of(c.codeWidth(), named(c.registers()));
            case Operand.Immediate i -> number(i);
            case Operand.Enumerated e -> Listed.of(e.codeWidth(), e.words().values());
            case Operand.Leb l -> new Number(l.width(), l.signed(), 1, 0, Long.MIN_VALUE, Long.MAX_VALUE, new long[0]);
            case Operand.Custom c ->
                new Number(c.codeWidth(), false, 1, 0, Long.MIN_VALUE, Long.MAX_VALUE, new long[0]);
        };
    }

    private static Number number(Operand.Immediate i) {
        long[] not = i.not().stream().mapToLong(Long::longValue).toArray();
        return new Number(i.codeWidth(), i.signed(), i.step(), i.bias(), Long.MIN_VALUE, Long.MAX_VALUE, not);
    }

    private static List<Long> named(List<Optional<String>> names) {
        return java.util.stream.LongStream.range(0, names.size())
                .filter(code -> names.get((int) code).isPresent())
                .boxed()
                .toList();
    }

    /** value = code x step + bias, within [least, most] and none of {@code not}. */
    record Number(int width, boolean signed, long step, long bias, long least, long most, long[] not)
            implements OperandCode {

        @Override
        public boolean accepts(long code) {
            long value = value(code);
            return value >= least && value <= most && !excluded(value);
        }

        private boolean excluded(long value) {
            for (long n : not) {
                if (n == value) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean acceptsAll() {
            return not.length == 0 && (most == Long.MAX_VALUE || most - bias >= BitField.ones(width));
        }

        @Override
        public long value(long code) {
            return (signed ? code << (64 - width) >> (64 - width) : code) * step + bias;
        }

        @Override
        public long code(long value) {
            return (value - bias) / step & BitField.ones(width);
        }

        @Override
        public boolean holds(long value) {
            return value(code(value)) == value && accepts(code(value));
        }
    }

    /** The value is the code, which must be one of those listed. */
    record Listed(int width, BitSet codes) implements OperandCode {

        static Listed of(int width, Iterable<Long> codes) {
            BitSet set = new BitSet();
            codes.forEach(code -> set.set(Math.toIntExact(code)));
            return new Listed(width, set);
        }

        @Override
        public boolean accepts(long code) {
            return code >= 0 && code <= Integer.MAX_VALUE && codes.get((int) code);
        }

        @Override
        public boolean acceptsAll() {
            return width < 31 && codes.cardinality() == 1 << width;
        }

        @Override
        public long value(long code) {
            return code;
        }

        @Override
        public long code(long value) {
            return value;
        }

        @Override
        public boolean holds(long value) {
            return accepts(value);
        }
    }

    /** The two directions are functions of the definition; a code they do not map back to itself is not accepted. */
    record Computed(int width, Function decode, Function encode) implements OperandCode {
        @Override
        public boolean accepts(long code) {
            return code(value(code)) == code;
        }

        @Override
        public boolean acceptsAll() {
            return false;
        }

        @Override
        public long value(long code) {
            return Evaluator.call(decode, code);
        }

        @Override
        public long code(long value) {
            return Evaluator.call(encode, value) & BitField.ones(width);
        }

        @Override
        public boolean holds(long value) {
            return value(code(value)) == value;
        }
    }

    /** One for each operand of a form, in its order. */
    static OperandCode[] of(Form form, Isa isa) {
        return form.operands().stream().map(o -> of(o, isa.functions())).toArray(OperandCode[]::new);
    }

    /** The values of codes, in place. */
    static boolean decode(OperandCode[] operands, long[] codes) {
        for (int i = 0; i < operands.length; i++) {
            if (!operands[i].accepts(codes[i])) {
                return false;
            }
            codes[i] = operands[i].value(codes[i]);
        }
        return true;
    }

    /** The codes of values, in a new array. */
    static long[] encode(OperandCode[] operands, long[] values) {
        long[] codes = new long[operands.length];
        Arrays.setAll(codes, i -> operands[i].code(values[i]));
        return codes;
    }
}
