package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ANY;
import static dev.vmkit.machine.translate.Above.SIGN;
import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.isa.RegisterFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes expressions: each leaves a {@code long} on the stack. Masks are put off as long as nobody looks at the bits above
 * a value's width. Loads have been moved out before: see {@link Loads}.
 */
final class Values {
    private final CodeBuilder code;
    private final Registers registers;
    private final Frame frame;
    private final Conditions conditions;
    private final Arithmetic arithmetic;
    private final Ints ints;

    Values(CodeBuilder code, Registers registers) {
        this.code = code;
        this.registers = registers;
        this.frame = registers.frame();
        this.conditions = new Conditions(code, this);
        this.arithmetic = new Arithmetic(code, this);
        this.ints = new Ints(code, this, registers);
    }

    Ints ints() {
        return ints;
    }

    Conditions conditions() {
        return conditions;
    }

    /** Pushes the value, with the bits above its width as asked. */
    void push(Expr e, Above above) {
        if (ints.suit(e)) {
            ints.push(e);
            code.i2l();
            settle(SIGN, above, e.width());
        } else {
            pushLong(e, above);
        }
    }

    /** The same, computed in 64 bits. */
    void pushLong(Expr e, Above above) {
        switch (e) {
            case Expr.Const c ->
                code.loadConstant(above == SIGN ? Operations.signExtend(c.value(), c.width()) : c.value());
            case Expr.Local l -> {
                code.lload(frame.local(l.slot()));
                settle(ZEROS, above, l.width());
            }
            case Expr.ReadRegister r -> {
                read(r);
                settle(ZEROS, above, r.width());
            }
            case Expr.OperandValue o -> code.lload(frame.operand(o.operand()));
            case Expr.Pc p -> {
                code.lload(Frame.AT);
                settle(ZEROS, above, p.width());
            }
            case Expr.Next n -> {
                code.lload(Frame.NEXT);
                settle(ZEROS, above, n.width());
            }
            case Expr.Unary u -> unary(u, above);
            case Expr.Binary b when b.op().isComparison() -> truth(b, above);
            case Expr.Binary b -> arithmetic.push(b, above);
            case Expr.Extend x -> extend(x, above);
            case Expr.Extract x -> extract(x, above);
            case Expr.Insert i -> insert(i, above);
            case Expr.Concat c -> concat(c, above);
            case Expr.Select s -> select(s, above);
            case Expr.Choose c -> choose(c, above);
            case Expr.Load _, Expr.Call _, Expr.ExternCall _, Expr.After _ ->
                throw new IllegalStateException("no value of translated code: " + e);
        }
    }

    /** Makes the bits above {@code width} what they have to be. */
    void settle(Above are, Above asked, int width) {
        if (width == Long.SIZE || asked == ANY || asked == are) {
            return;
        }
        if (asked == ZEROS) {
            code.loadConstant(Operations.mask(width)).land();
        } else {
            extendSign(width);
        }
    }

    private void extendSign(int width) {
        switch (width) {
            case 32 -> code.l2i().i2l();
            case 16 -> code.l2i().i2s().i2l();
            case 8 -> code.l2i().i2b().i2l();
            default -> {
                int rest = Long.SIZE - width;
                code.loadConstant(rest).lshl().loadConstant(rest).lshr();
            }
        }
    }

    private void read(Expr.ReadRegister r) {
        if (r.index() instanceof Expr.Const c) {
            registers.read(r.file(), c.value());
        } else {
            readIndexed(r.file(), r.index());
        }
    }

    /** An index beyond the file reads 0. */
    private void readIndexed(RegisterFile file, Expr index) {
        int at = store(index);
        ifWithin(
                file,
                index,
                at,
                () -> {
                    pushSlot(file, at);
                    code.laload();
                },
                code::lconst_0);
    }

    /** The array of registers, and the place of one in it. */
    void pushSlot(RegisterFile file, int index) {
        code.aload(Frame.REGISTERS).lload(index).l2i().loadConstant(file.slot()).iadd();
    }

    /** The variable that holds a value, without bits above its width. */
    int store(Expr e) {
        if (e instanceof Expr.OperandValue o) {
            return frame.operand(o.operand());
        }
        int variable = frame.fresh();
        push(e, ZEROS);
        code.lstore(variable);
        return variable;
    }

    /** Writes one or the other, depending on whether an index, which is in a variable, lies within a file of registers. */
    void ifWithin(RegisterFile file, Expr index, int variable, Runnable within, Runnable beyond) {
        if (registers.isWithin(file, index)) {
            within.run();
        } else {
            ifBelow(variable, file.count(), within, beyond);
        }
    }

    private void ifBelow(int variable, long bound, Runnable below, Runnable beyond) {
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        code.lload(variable).loadConstant(bound);
        conditions.compareUnsigned(Long.SIZE);
        code.ifge(otherwise);
        below.run();
        code.goto_(end).labelBinding(otherwise);
        beyond.run();
        code.labelBinding(end);
    }

    private void unary(Expr.Unary u, Above above) {
        int width = u.width();
        switch (u.op()) {
            case NEGATE -> {
                push(u.value(), ANY);
                code.lneg();
                settle(ANY, above, width);
            }
            case NOT -> {
                push(u.value(), above == SIGN ? SIGN : ANY);
                code.loadConstant(-1L).lxor();
                settle(above == SIGN ? SIGN : ANY, above, width);
            }
            case POPULATION_COUNT, COUNT_LEADING_ZEROS, COUNT_TRAILING_ZEROS -> {
                push(u.value(), ZEROS);
                count(u.op(), width);
                settle(width > 7 ? ZEROS : ANY, above, width);
            }
        }
    }

    private void count(UnaryOp op, int width) {
        switch (op) {
            case POPULATION_COUNT -> Calls.LONG_BIT_COUNT.write(code).i2l();
            case COUNT_LEADING_ZEROS -> {
                Calls.LONG_LEADING_ZEROS.write(code).i2l();
                code.loadConstant((long) Long.SIZE - width).lsub();
            }
            default -> {
                Calls.LONG_TRAILING_ZEROS.write(code).i2l();
                code.loadConstant((long) width);
                Calls.MATH_MIN.write(code);
            }
        }
    }

    /** A truth value of one bit. */
    private void truth(Expr condition, Above above) {
        choice(condition, () -> code.loadConstant(above == SIGN ? -1L : 1L), code::lconst_0);
    }

    private void choice(Expr condition, Runnable then, Runnable otherwise) {
        Label no = code.newLabel();
        Label end = code.newLabel();
        conditions.jump(condition, false, no);
        then.run();
        code.goto_(end).labelBinding(no);
        otherwise.run();
        code.labelBinding(end);
    }

    private void extend(Expr.Extend x, Above above) {
        if (x.signed()) {
            push(x.value(), SIGN);
            settle(SIGN, above, x.width());
        } else {
            push(x.value(), ZEROS);
            settle(x.width() > x.value().width() ? above : ZEROS, above, x.width());
        }
    }

    private void extract(Expr.Extract x, Above above) {
        boolean top = x.low() + x.width() == x.value().width();
        Above inner = top && x.low() > 0 ? above : ANY;
        push(x.value(), inner);
        if (x.low() > 0) {
            code.loadConstant(x.low());
            if (inner == SIGN) {
                code.lshr();
            } else {
                code.lushr();
            }
        }
        settle(inner, above, x.width());
    }

    private void insert(Expr.Insert i, Above above) {
        int bits = i.bits().width();
        boolean top = i.low() + bits == i.width();
        push(i.value(), top ? ANY : above);
        code.loadConstant(~(Operations.mask(bits) << i.low())).land();
        push(i.bits(), ZEROS);
        shiftLeft(i.low());
        code.lor();
        settle(top ? ANY : above, above, i.width());
    }

    private void concat(Expr.Concat c, Above above) {
        push(c.high(), above);
        shiftLeft(c.low().width());
        push(c.low(), ZEROS);
        code.lor();
    }

    private void shiftLeft(int by) {
        if (by > 0) {
            code.loadConstant(by).lshl();
        }
    }

    private void select(Expr.Select s, Above above) {
        choice(s.condition(), () -> push(s.then(), above), () -> push(s.otherwise(), above));
    }

    /** The selector lies within the list. */
    private void choose(Expr.Choose c, Above above) {
        List<SwitchCase> cases = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < c.alternatives().size(); i++) {
            Label label = code.newLabel();
            labels.add(label);
            cases.add(SwitchCase.of(i, label));
        }
        Label end = code.newLabel();
        push(c.selector(), ZEROS);
        code.l2i().tableswitch(0, cases.size() - 1, labels.getFirst(), cases);
        for (int i = 0; i < labels.size(); i++) {
            code.labelBinding(labels.get(i));
            push(c.alternatives().get(i), above);
            code.goto_(end);
        }
        code.labelBinding(end);
    }

    /** Whether an amount to shift by is always less than {@code width}. */
    static boolean isWithin(Expr amount, int width) {
        return switch (amount) {
            case Expr.Const c -> Long.compareUnsigned(c.value(), width) < 0;
            case Expr.Extend x when !x.signed() -> isWithin(x.value(), width);
            case Expr.Binary b when b.op() == BinaryOp.AND && b.right() instanceof Expr.Const c -> isWithin(c, width);
            default -> amount.width() < 7 && 1 << amount.width() <= width;
        };
    }
}
