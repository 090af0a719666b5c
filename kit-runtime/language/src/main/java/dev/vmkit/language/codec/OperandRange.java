package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Operand;
import java.util.List;
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
        long first = least(i.signed(), width) * scale + i.bias();
        long last = most(i.signed(), width) * scale + i.bias();
        boolean signed = i.signed() || scale < 0;
        return (scale < 0 ? range(last, first, signed) : range(first, last, signed))
                + (upper && i.signed() ? upperHalf(i) : "")
                + (Math.abs(scale) == 1 ? "" : " in steps of " + Math.abs(scale))
                + (i.not().isEmpty() ? "" : " but not " + listed(i.not()));
    }

    /** The upper bits of negative numbers. */
    private static String upperHalf(Operand.Immediate i) {
        long least = OperandText.written(i, least(true, i.width()), 0, 0, 64);
        long most = OperandText.written(i, -i.step(), 0, 0, 64);
        return " or 0x" + Long.toHexString(least) + "..0x" + Long.toHexString(most);
    }

    private static String listed(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
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
