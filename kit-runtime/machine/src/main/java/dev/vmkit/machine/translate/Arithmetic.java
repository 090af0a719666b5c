package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ANY;
import static dev.vmkit.machine.translate.Above.SIGN;
import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import java.lang.classfile.CodeBuilder;

/**
 * Writes operations on two values. What the JVM has no instruction for is a call of the one implementation that there is,
 * {@link dev.vmkit.language.ir.Operations}.
 */
final class Arithmetic {
    private final CodeBuilder code;
    private final Values values;

    Arithmetic(CodeBuilder code, Values values) {
        this.code = code;
        this.values = values;
    }

    /** Pushes the result, with the bits above its width as asked. */
    void push(Expr.Binary b, Above above) {
        switch (b.op()) {
            case ADD, SUBTRACT, MULTIPLY -> wrapping(b, above);
            case AND, OR, XOR -> bitwise(b, above);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_ARITHMETIC -> shift(b, above);
            case MULTIPLY_HIGH_UNSIGNED -> high(b, Calls.MATH_UNSIGNED_HIGH, above);
            case MULTIPLY_HIGH_SIGNED -> high(b, Calls.MATH_HIGH, above);
            default -> call(b, above);
        }
    }

    private void wrapping(Expr.Binary b, Above above) {
        both(b, ANY);
        switch (b.op()) {
            case ADD -> code.ladd();
            case SUBTRACT -> code.lsub();
            default -> code.lmul();
        }
        values.settle(ANY, above, b.width());
    }

    private void both(Expr.Binary b, Above above) {
        values.push(b.left(), above);
        values.push(b.right(), above);
    }

    private void bitwise(Expr.Binary b, Above above) {
        boolean cuts = b.op() == BinaryOp.AND && above == ZEROS && b.right() instanceof Expr.Const;
        values.push(b.left(), cuts ? ANY : above);
        values.push(b.right(), above);
        switch (b.op()) {
            case AND -> code.land();
            case OR -> code.lor();
            default -> code.lxor();
        }
    }

    /** A shift by more than there is takes a call, unless the amount cannot be that large. */
    private void shift(Expr.Binary b, Above above) {
        if (!Values.isWithin(b.right(), b.width())) {
            call(b, above);
            return;
        }
        Above left = switch (b.op()) {
            case SHIFT_LEFT -> ANY;
            case SHIFT_RIGHT -> ZEROS;
            default -> SIGN;
        };
        values.push(b.left(), left);
        if (b.right() instanceof Expr.Const c) {
            code.loadConstant((int) c.value());
        } else {
            values.push(b.right(), ZEROS);
            code.l2i();
        }
        switch (b.op()) {
            case SHIFT_LEFT -> code.lshl();
            case SHIFT_RIGHT -> code.lushr();
            default -> code.lshr();
        }
        values.settle(left, above, b.width());
    }

    private void high(Expr.Binary b, Calls host, Above above) {
        if (b.width() == Long.SIZE) {
            both(b, ANY);
            host.write(code);
        } else {
            call(b, above);
        }
    }

    private void call(Expr.Binary b, Above above) {
        Calls operation = Calls.of(b.op());
        if (operation.takesWidth()) {
            code.loadConstant(b.left().width());
        }
        both(b, ZEROS);
        operation.write(code);
        values.settle(ZEROS, above, b.width());
    }
}
