package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.FloatOperation.Kind;
import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes floating-point operations in the JVM's own arithmetic, which rounds to the nearest even and tells no flags, with
 * a test after which the result is right and no flag but inexact can have been raised. Where the test fails execution goes
 * on at {@code otherwise}, with nothing on the stack.
 */
final class HostWay {
    private static final MethodTypeDesc INTS =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int);

    private final CodeBuilder code;
    private final Values values;
    private final Map<HostNumber, Integer> first = new EnumMap<>(HostNumber.class);
    private final Map<HostNumber, Integer> second = new EnumMap<>(HostNumber.class);

    HostWay(CodeBuilder code, Values values) {
        this.code = code;
        this.values = values;
    }

    /** Pushes the bits of the result of an operation within a format. */
    void push(FloatOperation operation, List<Expr> operands, Label otherwise) {
        HostNumber number = HostNumber.of(operation.from()).orElseThrow();
        for (Expr operand : operands) {
            pushNumber(operand, number);
        }
        switch (operation.kind()) {
            case EQUAL, LESS, LESS_OR_EQUAL -> compare(operation.kind(), number, otherwise);
            case CONVERT -> convert(number, otherwise);
            default -> {
                compute(operation.kind(), number);
                store(number, first);
                test(operation.kind(), number, otherwise);
                load(number, first);
                number.toBits(code);
            }
        }
    }

    /** Pushes an operand as a number. A sign that is changed is changed last, which the JVM makes part of what follows. */
    void pushNumber(Expr operand, HostNumber number) {
        if (operand instanceof Expr.Binary b
                && b.op() == BinaryOp.XOR
                && b.right() instanceof Expr.Const c
                && c.value() == 1L << (b.width() - 1)) {
            pushNumber(b.left(), number);
            number.negate(code);
        } else {
            values.push(operand, ZEROS);
            number.fromBits(code);
        }
    }

    private void compute(Kind kind, HostNumber number) {
        switch (kind) {
            case ADD -> number.add(code);
            case SUBTRACT -> number.subtract(code);
            case MULTIPLY -> number.multiply(code);
            case DIVIDE -> number.divide(code);
            case SQUARE_ROOT -> number.squareRoot(code);
            case MULTIPLY_ADD -> number.call(code, "fma", 3);
            case MINIMUM -> number.call(code, "min", 2);
            case MAXIMUM -> number.call(code, "max", 2);
            default -> throw new IllegalArgumentException("not the host's: " + kind);
        }
    }

    /**
     * A sum that is subnormal is exact; a root is never too large or too small; the smaller or larger of two numbers is
     * one of them, and the JVM too takes -0 for less than +0.
     */
    private void test(Kind kind, HostNumber number, Label otherwise) {
        switch (kind) {
            case ADD, SUBTRACT -> requireFinite(number, otherwise);
            case SQUARE_ROOT, MINIMUM, MAXIMUM -> requireNumber(number, first, otherwise);
            default -> requireNormal(number, otherwise);
        }
    }

    private void requireFinite(HostNumber number, Label otherwise) {
        number.pushLargest(code);
        load(number, first);
        number.call(code, "abs", 1);
        number.compareNaNLow(code);
        code.iflt(otherwise);
    }

    private void requireNumber(HostNumber number, Map<HostNumber, Integer> variable, Label otherwise) {
        load(number, variable);
        load(number, variable);
        number.compareNaNLow(code);
        code.ifne(otherwise);
    }

    /** By its exponent: at least twice the smallest normal number, since that may have been rounded up from below. */
    private void requireNormal(HostNumber number, Label otherwise) {
        int shift = number.exponentShift() + 1;
        load(number, first);
        number.toTopBits(code);
        code.iconst_1().ishl();
        code.loadConstant(-2 << shift).iadd().loadConstant((number.topExponent() - 2) << shift);
        code.invokestatic(ConstantDescs.CD_Integer, "compareUnsigned", INTS).ifge(otherwise);
    }

    /** Of two numbers on the stack; jumps, so that the JVM can join them with jumps on the result. */
    private void compare(Kind kind, HostNumber number, Label otherwise) {
        Label yes = code.newLabel();
        Label end = code.newLabel();
        store(number, second);
        store(number, first);
        if (kind == Kind.EQUAL) {
            pushOrder(number, false);
            code.ifeq(yes);
            requireNumber(number, first, otherwise);
            requireNumber(number, second, otherwise);
        } else if (kind == Kind.LESS) {
            pushOrder(number, true);
            code.iflt(yes);
            pushOrder(number, false);
            code.iflt(otherwise);
        } else {
            pushOrder(number, true);
            code.ifle(yes);
            pushOrder(number, false);
            code.ifle(otherwise);
        }
        code.lconst_0().goto_(end).labelBinding(yes).lconst_1().labelBinding(end);
    }

    private void pushOrder(HostNumber number, boolean highNaN) {
        load(number, first);
        load(number, second);
        if (highNaN) {
            number.compareNaNHigh(code);
        } else {
            number.compareNaNLow(code);
        }
    }

    /** A number on the stack to the other format; a wider one holds it exactly. */
    private void convert(HostNumber from, Label otherwise) {
        HostNumber to = from == HostNumber.FLOAT ? HostNumber.DOUBLE : HostNumber.FLOAT;
        from.convert(code);
        store(to, first);
        if (to == HostNumber.DOUBLE) {
            requireNumber(to, first, otherwise);
        } else {
            requireNormal(to, otherwise);
        }
        load(to, first);
        to.toBits(code);
    }

    private void store(HostNumber number, Map<HostNumber, Integer> variables) {
        code.storeLocal(number.kind(), variable(number, variables));
    }

    private void load(HostNumber number, Map<HostNumber, Integer> variables) {
        code.loadLocal(number.kind(), variable(number, variables));
    }

    private int variable(HostNumber number, Map<HostNumber, Integer> variables) {
        return variables.computeIfAbsent(number, _ -> code.allocateLocal(number.kind()));
    }
}
