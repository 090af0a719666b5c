package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.text.Span;
import java.math.BigInteger;
import java.util.Objects;

/** Operators on numbers without width: exact results, whose range follows from the ranges of the sides. */
final class NumberArithmetic {
    private static final Range AMOUNTS = Range.of(0, 63);
    private static final Range SIGNED = Range.signed(64);
    private static final Range UNSIGNED = Range.unsigned(64);

    private final Mistakes mistakes;

    NumberArithmetic(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Typed prefix(UnaryOp op, Typed.Number n, Span at) {
        Range range = op == UnaryOp.NEGATE ? n.range().negated() : n.range().inverted();
        return number(Simplify.unary(op, n.expr()), range, at);
    }

    Typed calculate(Operator operator, Typed.Number left, Typed.Number right, Span at) {
        Range a = left.range();
        Range b = right.range();
        if (!isDefined(operator, a, b, at)) {
            return Typed.BAD;
        }
        Range range = switch (operator) {
            case ADD -> a.plus(b);
            case SUBTRACT -> a.plus(b.negated());
            case MULTIPLY -> a.times(b);
            case DIVIDE, DIVIDE_SIGNED -> a.dividedBy(b);
            case REMAINDER, REMAINDER_SIGNED -> a.remainder(b);
            case AND -> a.and(b);
            case OR, XOR -> a.bits(b);
            case SHIFT_LEFT -> a.shiftedLeft(b);
            case SHIFT_RIGHT, SHIFT_RIGHT_SIGNED -> a.shiftedRight(b);
            default -> throw new IllegalArgumentException("not an operator on numbers: " + operator);
        };
        return number(Simplify.binary(op(operator, a), left.expr(), right.expr()), range, at);
    }

    /** The right shift of a number rounds down whatever its sign. */
    private static BinaryOp op(Operator operator, Range left) {
        boolean negative = operator == Operator.SHIFT_RIGHT && left.isNegativePossible();
        return negative ? BinaryOp.SHIFT_RIGHT_ARITHMETIC : Objects.requireNonNull(operator.op);
    }

    private boolean isDefined(Operator operator, Range a, Range b, Span at) {
        switch (operator) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_SIGNED -> {
                return require(
                        b.isWithin(AMOUNTS),
                        at,
                        "a number can be shifted by 0 to 63, not by " + b,
                        "give it a width first: zext(x, n)");
            }
            case DIVIDE, REMAINDER -> {
                return require(!b.contains(BigInteger.ZERO), at, "the divisor may be 0")
                        && require(
                                !a.isNegativePossible() && !b.isNegativePossible(),
                                at,
                                "the numbers may be negative; use " + operator.symbol + "s");
            }
            case DIVIDE_SIGNED, REMAINDER_SIGNED -> {
                return require(!b.contains(BigInteger.ZERO), at, "the divisor may be 0")
                        && require(a.isWithin(SIGNED) && b.isWithin(SIGNED), at, "the numbers need more than 64 bits");
            }
            default -> {
                return true;
            }
        }
    }

    private boolean require(boolean holds, Span at, String otherwise) {
        return require(holds, at, otherwise, "");
    }

    private boolean require(boolean holds, Span at, String otherwise, String hint) {
        if (!holds) {
            mistakes.report(SemanticsProblem.RANGE, at, otherwise, hint);
        }
        return holds;
    }

    private Typed number(Expr expr, Range range, Span at) {
        boolean possible = require(range.isPossible(), at, "a number of " + range + " needs more than 64 bits");
        return possible ? new Typed.Number(expr, range) : Typed.BAD;
    }

    /** Numbers compare by value, whatever the operator says about signs. */
    Typed compare(Operator operator, Typed.Number left, Typed.Number right, Span at) {
        Range both = left.range().join(right.range());
        boolean signed = both.isWithin(SIGNED);
        if (!require(signed || both.isWithin(UNSIGNED), at, "numbers of " + both + " cannot be compared")) {
            return Typed.BAD;
        }
        BinaryOp op = sameKind(Objects.requireNonNull(operator.op), signed);
        return new Typed.Bits(Arithmetic.comparison(operator, op, left.expr(), right.expr()));
    }

    private static BinaryOp sameKind(BinaryOp op, boolean signed) {
        return switch (op) {
            case LESS_UNSIGNED, LESS_SIGNED -> signed ? BinaryOp.LESS_SIGNED : BinaryOp.LESS_UNSIGNED;
            case LESS_OR_EQUAL_UNSIGNED, LESS_OR_EQUAL_SIGNED ->
                signed ? BinaryOp.LESS_OR_EQUAL_SIGNED : BinaryOp.LESS_OR_EQUAL_UNSIGNED;
            default -> op;
        };
    }
}
