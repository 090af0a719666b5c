package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Instruction;

/** A form's {@code where}, made ready to be asked often. */
@FunctionalInterface
interface Condition {
    Condition ALWAYS = values -> true;

    /** Whether the values of a form's operands meet it. */
    boolean holds(long[] values);

    static Condition of(Instruction instruction) {
        return instruction
                .where()
                .<Condition>map(where -> values -> evaluate(where, values) != 0)
                .orElse(ALWAYS);
    }

    private static long evaluate(Expr e, long[] values) {
        return switch (e) {
            case Expr.Const c -> c.value();
            case Expr.OperandValue o -> values[o.operand()];
            case Expr.Extract x -> evaluate(x.value(), values) >>> x.low() & BitField.ones(x.width());
            case Expr.Select s ->
                evaluate(s.condition(), values) != 0 ? evaluate(s.then(), values) : evaluate(s.otherwise(), values);
            case Expr.Unary u -> ~evaluate(u.value(), values) & BitField.ones(u.width());
            case Expr.Binary b -> binary(b, evaluate(b.left(), values), evaluate(b.right(), values));
            default -> throw new IllegalArgumentException("not a condition on operands: " + e);
        };
    }

    private static long binary(Expr.Binary b, long left, long right) {
        return switch (b.op()) {
            case EQUAL -> left == right ? 1 : 0;
            case AND -> left & right;
            case OR -> left | right;
            default -> throw new IllegalArgumentException("not a condition on operands: " + b);
        };
    }
}
