package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ANY;
import static dev.vmkit.machine.translate.Above.SIGN;
import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.UnaryOp;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Writes jumps on conditions, which are values of one bit. */
final class Conditions {
    private final CodeBuilder code;
    private final Values values;

    Conditions(CodeBuilder code, Values values) {
        this.code = code;
        this.values = values;
    }

    /** Jumps if the condition is {@code sense}, else goes on. */
    void jump(Expr condition, boolean sense, Label target) {
        switch (condition) {
            case Expr.Const c -> {
                if (c.value() != 0 == sense) {
                    code.goto_(target);
                }
            }
            case Expr.Unary u when u.op() == UnaryOp.NOT && u.width() == 1 -> jump(u.value(), !sense, target);
            case Expr.Binary b when b.width() == 1 && b.op() == BinaryOp.AND -> both(b, sense, target);
            case Expr.Binary b when b.width() == 1 && b.op() == BinaryOp.OR -> either(b, sense, target);
            case Expr.Binary b when b.op().isComparison() -> compare(b, sense, target);
            default -> {
                values.push(condition, ZEROS);
                code.l2i();
                if (sense) {
                    code.ifne(target);
                } else {
                    code.ifeq(target);
                }
            }
        }
    }

    private void both(Expr.Binary b, boolean sense, Label target) {
        if (sense) {
            Label no = code.newLabel();
            jump(b.left(), false, no);
            jump(b.right(), true, target);
            code.labelBinding(no);
        } else {
            jump(b.left(), false, target);
            jump(b.right(), false, target);
        }
    }

    private void either(Expr.Binary b, boolean sense, Label target) {
        if (sense) {
            jump(b.left(), true, target);
            jump(b.right(), true, target);
        } else {
            Label yes = code.newLabel();
            jump(b.left(), true, yes);
            jump(b.right(), false, target);
            code.labelBinding(yes);
        }
    }

    private void compare(Expr.Binary b, boolean sense, Label target) {
        boolean unsigned = b.op() == BinaryOp.LESS_UNSIGNED || b.op() == BinaryOp.LESS_OR_EQUAL_UNSIGNED;
        int width = b.left().width();
        if (width == Integer.SIZE && !unsigned) {
            values.push(b.left(), ANY);
            code.l2i();
            values.push(b.right(), ANY);
            code.l2i();
            jumpOnInts(b.op(), sense, target);
            return;
        }
        boolean signed = b.op() == BinaryOp.LESS_SIGNED || b.op() == BinaryOp.LESS_OR_EQUAL_SIGNED;
        values.push(b.left(), signed ? SIGN : ZEROS);
        values.push(b.right(), signed ? SIGN : ZEROS);
        if (unsigned) {
            compareUnsigned(width);
        } else {
            code.lcmp();
        }
        jumpOnOrder(b.op(), sense, target);
    }

    /** Of two values without bits above {@code width}, leaves a negative number, 0 or a positive one. */
    void compareUnsigned(int width) {
        if (width == Long.SIZE) {
            Calls.LONG_COMPARE_UNSIGNED.write(code);
        } else {
            code.lcmp();
        }
    }

    private void jumpOnInts(BinaryOp op, boolean sense, Label target) {
        switch (op) {
            case EQUAL -> {
                if (sense) {
                    code.if_icmpeq(target);
                } else {
                    code.if_icmpne(target);
                }
            }
            case LESS_SIGNED -> {
                if (sense) {
                    code.if_icmplt(target);
                } else {
                    code.if_icmpge(target);
                }
            }
            default -> {
                if (sense) {
                    code.if_icmple(target);
                } else {
                    code.if_icmpgt(target);
                }
            }
        }
    }

    private void jumpOnOrder(BinaryOp op, boolean sense, Label target) {
        switch (op) {
            case EQUAL -> {
                if (sense) {
                    code.ifeq(target);
                } else {
                    code.ifne(target);
                }
            }
            case LESS_UNSIGNED, LESS_SIGNED -> {
                if (sense) {
                    code.iflt(target);
                } else {
                    code.ifge(target);
                }
            }
            default -> {
                if (sense) {
                    code.ifle(target);
                } else {
                    code.ifgt(target);
                }
            }
        }
    }
}
