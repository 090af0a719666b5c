package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Operand;
import java.util.stream.Collectors;

/** Says in words which values an operand takes. */
final class OperandRange {
    private OperandRange() {}

    static String describe(Operand operand) {
        return switch (operand) {
            case Operand.Immediate i -> describe(i);
            case Operand.Leb l -> range(least(l.signed(), l.width()), most(l.signed(), l.width()), l.signed());
            default -> FormMatcher.describe(operand);
        };
    }

    private static String describe(Operand.Immediate i) {
        int width = i.codeWidth();
        boolean upper = i.format() == Operand.Format.UPPER;
        long scale = upper ? 1 : i.step();
        String range = range(
                least(i.signed(), width) * scale + i.bias(), most(i.signed(), width) * scale + i.bias(), i.signed());
        String steps = scale == 1 ? "" : " in steps of " + scale;
        String not = i.not().isEmpty()
                ? ""
                : " but not " + i.not().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return range + steps + not;
    }

    private static String range(long least, long most, boolean signed) {
        return least + ".." + (signed ? Long.toString(most) : Long.toUnsignedString(most));
    }

    static long least(boolean signed, int width) {
        return signed ? -1L << (width - 1) : 0;
    }

    static long most(boolean signed, int width) {
        return BitField.ones(signed ? width - 1 : width);
    }
}
