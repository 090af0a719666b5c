package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.SIGN;
import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.FloatOperation.Kind;
import dev.vmkit.language.ieee.Rounding;
import dev.vmkit.language.ir.Expr;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

/** Writes conversions to and from integers by the JVM's: like {@link HostWay}. */
final class HostIntegers {
    private final CodeBuilder code;
    private final Values values;
    private final HostWay way;
    private final int integer;
    private final int number;

    HostIntegers(CodeBuilder code, Values values, HostWay way) {
        this.code = code;
        this.values = values;
        this.way = way;
        this.integer = code.allocateLocal(TypeKind.LONG);
        this.number = code.allocateLocal(TypeKind.DOUBLE);
    }

    /** Pushes the bits of the number that an integer is, if one is exactly that. */
    void pushNumber(FloatOperation operation, Expr operand, Label otherwise) {
        HostNumber to = HostNumber.of(operation.to()).orElseThrow();
        boolean signed = operation.kind() == Kind.FROM_SIGNED;
        values.push(operand, signed ? SIGN : ZEROS);
        if (operation.from() >= to.precision()) {
            code.lstore(integer);
            requireShort(signed, to.precision(), otherwise);
            code.lload(integer);
        }
        to.fromLong(code);
        to.toBits(code);
    }

    /** Requires that the integer has no more bits than that, its sign aside. */
    private void requireShort(boolean signed, int bits, Label otherwise) {
        code.lload(integer);
        if (signed) {
            int unused = Long.SIZE - 1 - bits;
            code.loadConstant(unused).lshl().loadConstant(unused).lshr().lload(integer);
        } else {
            code.loadConstant(bits).lushr().lconst_0();
        }
        code.lcmp().ifne(otherwise);
    }

    /** Pushes the integer that a number becomes, if it is in range by far. */
    void pushInteger(FloatOperation operation, Expr operand, Rounding rounding, Label otherwise) {
        HostNumber from = HostNumber.of(operation.from()).orElseThrow();
        boolean signed = operation.kind() == Kind.TO_SIGNED;
        way.pushNumber(operand, from);
        from.toDouble(code);
        code.dstore(number);
        code.loadConstant(bound(operation.to(), signed)).dload(number);
        HostNumber.DOUBLE.call(code, "abs", 1);
        code.dcmpl().ifle(otherwise).dload(number);
        round(rounding);
        code.d2l();
        if (!signed) {
            code.lstore(integer)
                    .lload(integer)
                    .lconst_0()
                    .lcmp()
                    .iflt(otherwise)
                    .lload(integer);
        }
        values.settle(SIGN, ZEROS, operation.to());
    }

    /** Magnitudes below it are in range however they are rounded, a sign of an unsigned one aside. */
    private static double bound(int width, boolean signed) {
        if (width == Long.SIZE) {
            return 0x1p63;
        }
        return signed ? Integer.MAX_VALUE : 0xFFFF_FFFFL;
    }

    private void round(Rounding rounding) {
        switch (rounding) {
            case NEAREST_EVEN -> HostNumber.DOUBLE.call(code, "rint", 1);
            case TOWARD_ZERO -> {}
            case DOWNWARD -> HostNumber.DOUBLE.call(code, "floor", 1);
            case UPWARD -> HostNumber.DOUBLE.call(code, "ceil", 1);
            case NEAREST_AWAY -> throw new IllegalArgumentException("the JVM does not round so");
        }
    }
}
