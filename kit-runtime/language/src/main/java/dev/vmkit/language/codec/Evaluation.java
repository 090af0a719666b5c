package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import java.util.Map;
import java.util.Objects;

/**
 * Computes expressions at one place of a program.
 *
 * @param symbols what symbols stand for; throws where one stands for nothing
 * @param operators what prefix operators mean, over the symbol {@code v}
 * @param here the address of the statement
 * @param next the address after it
 */
record Evaluation(Values symbols, Map<String, Expression> operators, long here, long next) {

    /** The value of a symbol; throws {@link MistakeException} where it has none. */
    @FunctionalInterface
    interface Values {
        long of(Expression.Symbol symbol);
    }

    long value(Expression e) {
        return switch (e) {
            case Expression.Number n -> n.value();
            case Expression.Symbol s -> symbols.of(s);
            case Expression.Here h -> here;
            case Expression.Next n -> next;
            case Expression.Negated n -> -value(n.of());
            case Expression.Complement c -> ~value(c.of());
            case Expression.Binary b -> apply(b, value(b.left()), value(b.right()));
            case Expression.Bits b -> value(b.of()) >>> b.low() & BitField.ones(b.high() - b.low() + 1);
            case Expression.Prefixed p -> prefixed(p.operator(), value(p.of()));
        };
    }

    private long prefixed(String operator, long v) {
        Evaluation inside = new Evaluation(symbol -> v, operators, here, next);
        return inside.value(Objects.requireNonNull(operators.get(operator)));
    }

    private static long apply(Expression.Binary b, long left, long right) {
        return switch (b.operator()) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / divisor(right, b.right().span());
            case REMAINDER -> left % divisor(right, b.right().span());
            case SHIFT_LEFT -> right < 0 || right > 63 ? 0 : left << right;
            case SHIFT_RIGHT -> left >> Math.clamp(right, 0, 63);
            case AND -> left & right;
            case XOR -> left ^ right;
            case OR -> left | right;
        };
    }

    private static long divisor(long value, Span at) {
        if (value == 0) {
            throw MistakeException.of(AsmProblem.DIVISION_BY_ZERO, at, "division by zero", "");
        }
        return value;
    }

    /** Whether the value depends on symbols or addresses. */
    static boolean depends(Expression e) {
        return switch (e) {
            case Expression.Number n -> false;
            case Expression.Symbol s -> true;
            case Expression.Here h -> true;
            case Expression.Next n -> true;
            case Expression.Negated n -> depends(n.of());
            case Expression.Complement c -> depends(c.of());
            case Expression.Binary b -> depends(b.left()) || depends(b.right());
            case Expression.Bits b -> depends(b.of());
            case Expression.Prefixed p -> true;
        };
    }
}
