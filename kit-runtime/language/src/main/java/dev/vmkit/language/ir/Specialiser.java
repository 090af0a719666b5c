package dev.vmkit.language.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the body of one decoded instruction: operands become constants, calls are inlined with their locals renumbered,
 * and what is then constant is folded away. Read {@link Inliner} for the first pass, {@link Forwarding} for the second.
 */
public final class Specialiser {
    private Specialiser() {}

    /**
     * A body without {@link Expr.OperandValue}, {@link Expr.After} or calls of functions; it uses {@code locals} local
     * slots. Its expressions have no effect besides those of {@link Expr.Load} and {@link Expr.ExternCall}.
     */
    public record Specialised(Stmt body, int locals) {}

    /** The body of {@code instruction} for these operand values, without {@link Stmt.Return}. */
    public static Specialised specialise(Instruction instruction, long[] values) {
        Inliner inliner = new Inliner(values, instruction.locals());
        return finish(inliner.instruction(instruction.body()), inliner);
    }

    /** A function's body with its calls inlined; parameters stay the first local slots, {@link Stmt.Return} stays. */
    public static Specialised inline(Function function) {
        Inliner inliner = new Inliner(new long[0], function.locals());
        List<Stmt> body = new ArrayList<>();
        inliner.function(function, body);
        return finish(body, inliner);
    }

    private static Specialised finish(List<Stmt> statements, Inliner inliner) {
        return new Specialised(Forwarding.of(Simplify.block(statements), inliner.locals()), inliner.locals());
    }
}
