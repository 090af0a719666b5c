package dev.vmkit.language.ir;

/**
 * Makes the body of one decoded instruction: operands become constants, calls are inlined with their locals renumbered,
 * and what is then constant is folded away.
 */
public final class Specialiser {
    private Specialiser() {}

    /** A body without {@link Expr.OperandValue}, calls or {@link Stmt.Return}; it uses {@code locals} local slots. */
    public record Specialised(Stmt body, int locals) {}

    /** The body of {@code instruction} for these operand values. */
    public static Specialised specialise(Instruction instruction, long[] values) {
        throw new IllegalStateException("seam: to be written");
    }

    /** A function's body with its calls inlined; parameters stay the first local slots, {@link Stmt.Return} stays. */
    public static Specialised inline(Function function) {
        throw new IllegalStateException("seam: to be written");
    }
}
