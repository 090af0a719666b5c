package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ZEROS;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.vmkit.language.ieee.FloatFunction;
import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.FloatRules;
import dev.vmkit.language.ieee.Rounding;
import dev.vmkit.language.ieee.StatusFlags;
import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes floating-point operations: where it may, the {@link HostWay}, and beside it a call of what computes any case. The
 * host's way does not tell whether a result is inexact; it is taken only while nobody would see the difference.
 */
final class Floats {
    private static final MethodTypeDesc COMPUTE = MethodTypeDesc.of(
            CD_long, FloatFunction.class.describeConstable().orElseThrow(), CD_long, CD_long, CD_long, CD_long);

    /** Slots for operands lie above those of any instruction, and below those of loads. */
    private static final int FIRST = 1 << 19;

    private static final Expr NOTHING = new Expr.Const(Long.SIZE, 0);
    private static final Expr ANY_ROUNDING = new Expr.Const(3, 0);

    /** What an operation computes. */
    private record Rule(FloatOperation operation, FloatRules rules) {}

    private final CodeBuilder code;
    private final Values values;
    private final Frame frame;
    private final Constants constants;
    private final ClassDesc unit;
    private final HostWay way;
    private final HostIntegers integers;
    private final Map<Rule, FloatFunction> functions = new HashMap<>();
    private Accrual accrual = Accrual.of(Stmt.Block.EMPTY);

    /**
     * For a method being written.
     *
     * @param unit the class of its first parameter, which has {@code compute} and {@code raised}
     */
    Floats(CodeBuilder code, Values values, Frame frame, Constants constants, ClassDesc unit) {
        this.code = code;
        this.values = values;
        this.frame = frame;
        this.constants = constants;
        this.unit = unit;
        this.way = new HostWay(code, values);
        this.integers = new HostIntegers(code, values, way);
    }

    /** Begins an instruction. */
    void begin(Stmt body) {
        accrual = Accrual.of(body);
    }

    /** Computes an operation of arguments without loads. */
    void compute(Stmt.Compute c, List<Expr> arguments) {
        FloatOperation operation = c.operation();
        List<Expr> operands = new ArrayList<>();
        for (int i = 0; i < operation.operands(); i++) {
            operands.add(kept(arguments.get(i), FIRST + i));
        }
        Expr rounding = operation.rounds() ? arguments.getLast() : ANY_ROUNDING;
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        if (isHosts(operation, likely(rounding)) && mayOmitInexact(c)) {
            if (mayBeInexact(operation)) {
                requireLikely(rounding, otherwise);
                requireInexact(c, otherwise);
            }
            pushResult(operation, operands, likely(rounding), otherwise);
            code.lstore(frame.local(c.resultSlot()));
            code.lconst_0().lstore(frame.local(c.flagsSlot())).goto_(end);
        }
        code.labelBinding(otherwise);
        call(c, operands, rounding);
        code.labelBinding(end);
    }

    /** An expression that is cheap to push twice: the value is kept in a variable if need be. */
    private Expr kept(Expr e, int slot) {
        if (isCheap(e)) {
            return e;
        }
        values.push(e, ZEROS);
        code.lstore(frame.local(slot));
        return new Expr.Local(slot, e.width(), "operand");
    }

    private static boolean isCheap(Expr e) {
        return switch (e) {
            case Expr.Const _, Expr.Local _ -> true;
            case Expr.ReadRegister r -> r.index() instanceof Expr.Const;
            case Expr.Binary b -> b.op() == BinaryOp.XOR && b.right() instanceof Expr.Const && isCheap(b.left());
            default -> false;
        };
    }

    /** The rounding that the host's way is written for. */
    private static Rounding likely(Expr rounding) {
        return rounding instanceof Expr.Const c ? Rounding.of(c.value()) : Rounding.NEAREST_EVEN;
    }

    private void requireLikely(Expr rounding, Label otherwise) {
        if (!(rounding instanceof Expr.Const)) {
            values.push(rounding, ZEROS);
            code.l2i().ifne(otherwise);
        }
    }

    private static boolean isHosts(FloatOperation operation, Rounding rounding) {
        return switch (operation.kind()) {
            case ROUND_TO_INTEGRAL, CLASSIFY -> false;
            case EQUAL, LESS, LESS_OR_EQUAL -> isHosts(operation.from());
            case FROM_SIGNED, FROM_UNSIGNED -> isHosts(operation.to());
            case TO_SIGNED, TO_UNSIGNED -> isHosts(operation.from()) && rounding != Rounding.NEAREST_AWAY;
            default -> isHosts(operation.from()) && isHosts(operation.to()) && rounding == Rounding.NEAREST_EVEN;
        };
    }

    private static boolean isHosts(int width) {
        return HostNumber.of(width).isPresent();
    }

    private boolean mayOmitInexact(Stmt.Compute c) {
        return !mayBeInexact(c.operation())
                || !accrual.matters(c.flagsSlot())
                || accrual.register(c.flagsSlot()).isPresent();
    }

    /** Whether a result of the host's way may be inexact. */
    private static boolean mayBeInexact(FloatOperation operation) {
        return switch (operation.kind()) {
            case EQUAL, LESS, LESS_OR_EQUAL, MINIMUM, MAXIMUM, FROM_SIGNED, FROM_UNSIGNED -> false;
            case CONVERT -> operation.to() < operation.from();
            default -> true;
        };
    }

    private void requireInexact(Stmt.Compute c, Label otherwise) {
        accrual.register(c.flagsSlot()).ifPresent(register -> {
            values.push(register, ZEROS);
            code.l2i().loadConstant(StatusFlags.INEXACT).iand().ifeq(otherwise);
        });
    }

    private void pushResult(FloatOperation operation, List<Expr> operands, Rounding rounding, Label otherwise) {
        switch (operation.kind()) {
            case FROM_SIGNED, FROM_UNSIGNED -> integers.pushNumber(operation, operands.getFirst(), otherwise);
            case TO_SIGNED, TO_UNSIGNED -> integers.pushInteger(operation, operands.getFirst(), rounding, otherwise);
            default -> way.push(operation, operands, otherwise);
        }
    }

    private void call(Stmt.Compute c, List<Expr> operands, Expr rounding) {
        code.aload(Frame.UNIT);
        constants.pushFunction(
                code,
                functions.computeIfAbsent(
                        new Rule(c.operation(), c.rules()),
                        rule -> rule.operation().under(rule.rules())));
        for (int i = 0; i < 3; i++) {
            values.push(i < operands.size() ? operands.get(i) : NOTHING, ZEROS);
        }
        values.push(rounding, ZEROS);
        code.invokevirtual(unit, "compute", COMPUTE).lstore(frame.local(c.resultSlot()));
        code.aload(Frame.UNIT)
                .invokevirtual(unit, "raised", MethodTypeDesc.of(CD_long))
                .lstore(frame.local(c.flagsSlot()));
    }
}
