package dev.vmkit.language.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Makes the body of one decoded instruction: operands become constants, calls are inlined with their locals renumbered,
 * and what is then constant is folded away. Read {@link Inliner} for the first pass, {@link Forwarding} for the second.
 */
public final class Specialiser {
    private Specialiser() {}

    /**
     * A body without {@link Expr.After} or calls of functions, and without {@link Expr.OperandValue} where values are given; it uses {@code locals} local
     * slots. Its expressions have no effect besides those of {@link Expr.Load} and {@link Expr.ExternCall}.
     */
    public record Specialised(Stmt body, int locals) {}

    /** The body of {@code instruction} for these operand values, without {@link Stmt.Return}. */
    public static Specialised specialise(Instruction instruction, long[] values) {
        return specialise(instruction, values, Known.NOTHING);
    }

    /** The same where more is known. */
    public static Specialised specialise(Instruction instruction, long[] values, Known known) {
        return fix(instruction, values, _ -> true, known);
    }

    /**
     * The body of {@code instruction} for whatever values of some operands: their {@link Expr.OperandValue}s stay.
     *
     * @param fixed of which operands, by their number, the values are as given
     */
    public static Specialised specialise(Instruction instruction, long[] values, IntPredicate fixed) {
        return fix(instruction, values, fixed, Known.NOTHING);
    }

    private static Specialised fix(Instruction instruction, long[] values, IntPredicate fixed, Known known) {
        UnaryOperator<Expr> operands = e -> e instanceof Expr.OperandValue o && fixed.test(o.operand())
                ? new Expr.Const(o.width(), values[o.operand()])
                : e;
        Inliner inliner = new Inliner(operands, known, instruction.locals());
        return finish(inliner.instruction(instruction.body()), inliner);
    }

    /** The body of {@code instruction} for whatever operand values: its {@link Expr.OperandValue}s stay. */
    public static Specialised generalise(Instruction instruction) {
        return fix(instruction, new long[0], _ -> false, Known.NOTHING);
    }

    /** A function's body with its calls inlined; parameters stay the first local slots, {@link Stmt.Return} stays. */
    public static Specialised inline(Function function) {
        return inline(function, Map.of(), Known.NOTHING);
    }

    /** The same where more is known, such as some arguments, by their places. */
    public static Specialised inline(Function function, Map<Integer, Long> arguments, Known known) {
        Inliner inliner = new Inliner(UnaryOperator.identity(), known, function.locals());
        List<Stmt> body = new ArrayList<>();
        inliner.function(function, arguments, body);
        return finish(body, inliner);
    }

    private static Specialised finish(List<Stmt> statements, Inliner inliner) {
        return new Specialised(Forwarding.of(Simplify.block(statements), inliner.locals()), inliner.locals());
    }
}
