package dev.vmkit.language.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Inliner inliner = new Inliner(values, known, instruction.locals());
        return finish(inliner.instruction(instruction.body()), inliner);
    }

    /** The body of {@code instruction} for whatever operand values: its {@link Expr.OperandValue}s stay. */
    public static Specialised generalise(Instruction instruction) {
        Inliner inliner = new Inliner(null, Known.NOTHING, instruction.locals());
        return finish(inliner.instruction(instruction.body()), inliner);
    }

    /** A function's body with its calls inlined; parameters stay the first local slots, {@link Stmt.Return} stays. */
    public static Specialised inline(Function function) {
        return inline(function, Map.of(), Known.NOTHING);
    }

    /** The same where more is known, such as some arguments, by their places. */
    public static Specialised inline(Function function, Map<Integer, Long> arguments, Known known) {
        Inliner inliner = new Inliner(new long[0], known, function.locals());
        List<Stmt> body = new ArrayList<>();
        inliner.function(function, arguments, body);
        return finish(body, inliner);
    }

    private static Specialised finish(List<Stmt> statements, Inliner inliner) {
        return new Specialised(Forwarding.of(Simplify.block(statements), inliner.locals()), inliner.locals());
    }
}
