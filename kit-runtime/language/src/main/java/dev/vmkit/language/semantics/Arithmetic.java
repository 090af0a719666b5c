package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.text.Span;
import java.util.Objects;
import java.util.function.BiFunction;

/** The type rules of operators. */
final class Arithmetic {
    private final Mistakes mistakes;
    private final Conversion conversion;
    private final NumberArithmetic numbers;

    Arithmetic(Mistakes mistakes, Conversion conversion) {
        this.mistakes = mistakes;
        this.conversion = conversion;
        this.numbers = new NumberArithmetic(mistakes);
    }

    /** Two checked sides with their places. */
    record Sides(Typed left, Span leftSpan, Typed right, Span rightSpan) {
        boolean areNumbers() {
            return left instanceof Typed.Number && right instanceof Typed.Number;
        }

        boolean isBad() {
            return left instanceof Typed.Bad || right instanceof Typed.Bad;
        }
    }

    /** {@code - ~ !} */
    Typed prefix(char operator, Typed value, Span at, Span valueSpan) {
        if (operator == '!') {
            return not(value, at);
        }
        UnaryOp op = operator == '-' ? UnaryOp.NEGATE : UnaryOp.NOT;
        return switch (value) {
            case Typed.Number n -> numbers.prefix(op, n, at);
            case Typed.Bits b -> {
                carries(operator == '-', b.width(), "-", at);
                yield new Typed.Bits(Simplify.unary(op, b.expr()));
            }
            case Typed.Open o -> new Typed.Open(valueSpan, o.least(), width -> Simplify.unary(op, o.at().apply(width)));
            case Typed.Bad bad -> bad;
        };
    }

    private Typed not(Typed value, Span at) {
        if (value instanceof Typed.Bits b && b.width() == 1) {
            return new Typed.Bits(Simplify.unary(UnaryOp.NOT, b.expr()));
        }
        if (value instanceof Typed.Bad) {
            return value;
        }
        String found = value instanceof Typed.Bits b ? Conversion.wide(b.width()) : "a number";
        mistakes.report(
                SemanticsProblem.WIDE_NOT, at, "'!' needs a bool, this is " + found, "did you mean '~' or '== 0'?");
        return Typed.BAD;
    }

    /** Operators whose sides have one width and whose result has it too. */
    Typed calculate(Operator operator, Sides sides, Span operatorSpan, Span whole) {
        if (sides.areNumbers()) {
            return numbers.calculate(operator, (Typed.Number) sides.left, (Typed.Number) sides.right, whole);
        }
        BinaryOp op = Objects.requireNonNull(operator.op);
        boolean carries = operator == Operator.ADD || operator == Operator.SUBTRACT || operator == Operator.MULTIPLY;
        return unify(sides, whole, (left, right) -> {
            carries(carries, left.width(), operator.symbol, operatorSpan);
            return Simplify.binary(op, left, right);
        });
    }

    private void carries(boolean arithmetic, int width, String symbol, Span at) {
        if (arithmetic && width == 1) {
            mistakes.report(
                    SemanticsProblem.SINGLE_BIT,
                    at,
                    "'" + symbol + "' on single bits loses the carry",
                    "widen with zext(...) first, or use & | ^ !");
        }
    }

    /** Comparisons; the sides need a width, or both are numbers. */
    Typed compare(Operator operator, Sides sides) {
        if (sides.areNumbers()) {
            return numbers.compare(operator, (Typed.Number) sides.left, (Typed.Number) sides.right, sides.leftSpan);
        }
        BinaryOp op = Objects.requireNonNull(operator.op);
        signs(operator, sides);
        Typed result = unify(sides, sides.leftSpan, (left, right) -> comparison(operator, op, left, right));
        if (result instanceof Typed.Open open) {
            conversion.undetermined(open.span());
            return Typed.BAD;
        }
        return result;
    }

    private void signs(Operator operator, Sides sides) {
        boolean never = operator == Operator.LESS;
        boolean zero = sides.right instanceof Typed.Number right
                && right.range().equals(Range.of(0, 0))
                && sides.left instanceof Typed.Bits;
        if (zero && (never || operator == Operator.GREATER_OR_EQUAL)) {
            String source = Conversion.source(sides.leftSpan) + " " + operator.symbol;
            mistakes.report(
                    SemanticsProblem.NEVER_NEGATIVE,
                    sides.leftSpan,
                    "'%s 0' is %s true, as '%s' knows no sign"
                            .formatted(source, never ? "never" : "always", operator.symbol),
                    "write %ss 0".formatted(source));
        }
    }

    static Expr comparison(Operator operator, BinaryOp op, Expr left, Expr right) {
        if (operator.swaps()) {
            // a > b is b < a with a evaluated first; where that could differ it is !(a <= b).
            return Simplify.unary(UnaryOp.NOT, Simplify.binary(complement(op), left, right));
        }
        Expr result = Simplify.binary(op, left, right);
        return operator == Operator.NOT_EQUAL ? Simplify.unary(UnaryOp.NOT, result) : result;
    }

    /** Of b < a, whose sides are exchanged: the operation on a and b that is true exactly if this is false. */
    private static BinaryOp complement(BinaryOp swapped) {
        return switch (swapped) {
            case LESS_UNSIGNED -> BinaryOp.LESS_OR_EQUAL_UNSIGNED;
            case LESS_OR_EQUAL_UNSIGNED -> BinaryOp.LESS_UNSIGNED;
            case LESS_SIGNED -> BinaryOp.LESS_OR_EQUAL_SIGNED;
            default -> BinaryOp.LESS_SIGNED;
        };
    }

    /** Shifts: the result has the left side's width, the amount may have any. */
    Typed shift(Operator operator, Sides sides, Span whole) {
        if (sides.isBad()) {
            return Typed.BAD;
        }
        if (sides.areNumbers()) {
            return numbers.calculate(operator, (Typed.Number) sides.left, (Typed.Number) sides.right, whole);
        }
        Expr amount = amount(sides.right, sides.rightSpan);
        BinaryOp op = Objects.requireNonNull(operator.op);
        return switch (sides.left) {
            case Typed.Bits b -> new Typed.Bits(Simplify.binary(op, b.expr(), amount));
            case Typed.Open o -> new Typed.Open(o.span(), o.least(), w -> Simplify.binary(op, o.at().apply(w), amount));
            case Typed.Number n ->
                new Typed.Open(whole, 1, w -> Simplify.binary(op, conversion.number(n, w, sides.leftSpan), amount));
            case Typed.Bad bad -> throw new IllegalStateException("handled above: " + bad);
        };
    }

    private Expr amount(Typed amount, Span at) {
        if (amount instanceof Typed.Number n) {
            if (n.range().isNegativePossible()) {
                mistakes.report(
                        SemanticsProblem.RANGE, at, "a shift by " + n.range() + " bits; an amount is never negative");
            }
            return n.expr();
        }
        return conversion.sized(amount, at) instanceof Typed.Bits b ? b.expr() : Conversion.zero(8);
    }

    /** Both at one width: that of the side that has one. If none has, the result takes it from where it goes. */
    Typed unify(Sides sides, Span whole, BiFunction<Expr, Expr, Expr> make) {
        if (sides.isBad()) {
            return Typed.BAD;
        }
        int most = Math.max(least(sides.left), least(sides.right));
        if (!(sides.left instanceof Typed.Bits) && !(sides.right instanceof Typed.Bits)) {
            return new Typed.Open(openSpan(sides, whole), most, width -> at(width, sides, make));
        }
        if (isNarrower(sides.left, most) || isNarrower(sides.right, most)) {
            differ(sides);
            return Typed.BAD;
        }
        return new Typed.Bits(at(most, sides, make));
    }

    /** Whether a side has a width, and one that is too small. */
    private static boolean isNarrower(Typed side, int width) {
        return side instanceof Typed.Bits b && b.width() < width;
    }

    private Expr at(int width, Sides sides, BiFunction<Expr, Expr, Expr> make) {
        Expr left = conversion.to(width, sides.left, sides.leftSpan, "this side");
        return make.apply(left, conversion.to(width, sides.right, sides.rightSpan, "this side"));
    }

    private static Span openSpan(Sides sides, Span whole) {
        if (sides.left instanceof Typed.Open open) {
            return open.span();
        }
        return sides.right instanceof Typed.Open open ? open.span() : whole;
    }

    /** The width a side has, or the least it may take; a number says nothing. */
    private static int least(Typed side) {
        return switch (side) {
            case Typed.Bits b -> b.width();
            case Typed.Open o -> o.least();
            case Typed.Number _, Typed.Bad _ -> 1;
        };
    }

    /** Reported at the narrower side, which is nearly always the one to widen. */
    private void differ(Sides sides) {
        Span at = least(sides.left) < least(sides.right) ? sides.leftSpan : sides.rightSpan;
        String text = Conversion.source(at);
        mistakes.report(
                SemanticsProblem.WIDTH,
                at,
                "the two sides have " + wide(sides.left) + " and " + wide(sides.right)
                        + " bits; widths never change by themselves",
                "write zext(" + text + ") or sext(" + text + "), or slice the other side");
    }

    private static String wide(Typed side) {
        return side instanceof Typed.Open o ? "at least " + o.least() : "" + least(side);
    }
}
