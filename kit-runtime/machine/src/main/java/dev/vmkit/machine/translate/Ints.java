package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ANY;
import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.UnaryOp;
import java.lang.classfile.CodeBuilder;

/**
 * Writes the low 32 bits of expressions as {@code int}s. Where only they matter the JVM has more to gain: it then sees that
 * two shifts are a rotation.
 */
final class Ints {
    private final CodeBuilder code;
    private final Values values;
    private final Registers registers;

    Ints(CodeBuilder code, Values values, Registers registers) {
        this.code = code;
        this.values = values;
        this.registers = registers;
    }

    /** Whether it pays to compute an expression in 32 bits: it has as many, or is known to repeat the highest of them. */
    boolean suit(Expr e) {
        return isComputed(e) && (e.width() == Integer.SIZE || e.width() == Long.SIZE && isExtended(e));
    }

    /** Whether it is an operation that has a form for ints. */
    private static boolean isComputed(Expr e) {
        return switch (e) {
            case Expr.Unary u -> u.op() == UnaryOp.NEGATE || u.op() == UnaryOp.NOT;
            case Expr.Binary b -> isWrapping(b.op()) || isShift(b.op()) && Values.isWithin(b.right(), Integer.SIZE);
            default -> false;
        };
    }

    private static boolean isWrapping(BinaryOp op) {
        return switch (op) {
            case ADD, SUBTRACT, MULTIPLY, AND, OR, XOR -> true;
            default -> false;
        };
    }

    private static boolean isShift(BinaryOp op) {
        return op == BinaryOp.SHIFT_LEFT || op == BinaryOp.SHIFT_RIGHT || op == BinaryOp.SHIFT_RIGHT_ARITHMETIC;
    }

    /** Whether all bits of a value of 64 from bit 31 up are the same. */
    boolean isExtended(Expr e) {
        return switch (e) {
            case Expr.Const c -> c.value() == (int) c.value();
            case Expr.Extend x ->
                x.value().width() < Integer.SIZE || x.signed() && x.value().width() == Integer.SIZE;
            case Expr.ReadRegister r -> r.index() instanceof Expr.Const c && registers.isExtended(r.file(), c.value());
            case Expr.Unary u -> u.op() == UnaryOp.NOT && isExtended(u.value());
            case Expr.Binary b -> isBitwise(b.op()) && isExtended(b.left()) && isExtended(b.right());
            case Expr.Select s -> isExtended(s.then()) && isExtended(s.otherwise());
            default -> false;
        };
    }

    private static boolean isBitwise(BinaryOp op) {
        return op == BinaryOp.AND || op == BinaryOp.OR || op == BinaryOp.XOR;
    }

    /** Pushes the low 32 bits. */
    void push(Expr e) {
        switch (e) {
            case Expr.Const c -> code.loadConstant((int) c.value());
            case Expr.Extend x when x.value().width() >= Integer.SIZE -> push(x.value());
            case Expr.Extract x when x.low() == 0 && x.width() >= Integer.SIZE -> push(x.value());
            case Expr.Unary u when isComputed(u) && u.width() >= Integer.SIZE -> unary(u);
            case Expr.Binary b when isComputed(b) && hasLowBits(b) -> binary(b);
            default -> {
                values.pushLong(e, ANY);
                code.l2i();
            }
        }
    }

    /** Whether the low 32 bits of the result come from the low 32 bits of the operands alone. */
    private boolean hasLowBits(Expr.Binary b) {
        boolean narrow = b.width() == Integer.SIZE;
        return narrow || b.width() == Long.SIZE && (isWrapping(b.op()) || b.op() == BinaryOp.SHIFT_LEFT);
    }

    private void unary(Expr.Unary u) {
        push(u.value());
        if (u.op() == UnaryOp.NEGATE) {
            code.ineg();
        } else {
            code.iconst_m1().ixor();
        }
    }

    private void binary(Expr.Binary b) {
        push(b.left());
        if (isShift(b.op())) {
            pushAmount(b.right());
        } else {
            push(b.right());
        }
        switch (b.op()) {
            case ADD -> code.iadd();
            case SUBTRACT -> code.isub();
            case MULTIPLY -> code.imul();
            case AND -> code.iand();
            case OR -> code.ior();
            case XOR -> code.ixor();
            case SHIFT_LEFT -> code.ishl();
            case SHIFT_RIGHT -> code.iushr();
            default -> code.ishr();
        }
    }

    private void pushAmount(Expr amount) {
        if (amount instanceof Expr.Const c) {
            code.loadConstant((int) c.value());
        } else {
            values.push(amount, ZEROS);
            code.l2i();
        }
    }
}
