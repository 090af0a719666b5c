package dev.vmkit.language.ir;

import static dev.vmkit.language.ir.BinaryOp.ADD;
import static dev.vmkit.language.ir.BinaryOp.AND;
import static dev.vmkit.language.ir.BinaryOp.LESS_OR_EQUAL_SIGNED;
import static dev.vmkit.language.ir.BinaryOp.LESS_OR_EQUAL_UNSIGNED;
import static dev.vmkit.language.ir.BinaryOp.LESS_SIGNED;
import static dev.vmkit.language.ir.BinaryOp.LESS_UNSIGNED;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds expressions and simplifies them on the way: constants are folded, neutral elements and slices of slices vanish.
 * The result has the same width, value and effects, in the same order. An expression with effects is never dropped.
 */
public final class Simplify {
    private Simplify() {}

    public static final Expr.Const FALSE = new Expr.Const(1, 0);
    public static final Expr.Const TRUE = new Expr.Const(1, 1);

    public static Expr unary(UnaryOp op, Expr value) {
        if (value instanceof Expr.Const c) {
            return new Expr.Const(c.width(), Operations.apply(op, c.width(), c.value()));
        }
        if (op == UnaryOp.NOT) {
            return not(value);
        }
        return op == UnaryOp.NEGATE && value instanceof Expr.Unary u && u.op() == op
                ? u.value()
                : new Expr.Unary(op, value);
    }

    private static Expr not(Expr value) {
        if (value instanceof Expr.Unary u && u.op() == UnaryOp.NOT) {
            return u.value();
        }
        if (value instanceof Expr.Binary b && Purity.isPure(b)) {
            switch (b.op()) {
                case LESS_UNSIGNED -> {
                    return new Expr.Binary(LESS_OR_EQUAL_UNSIGNED, b.right(), b.left());
                }
                case LESS_OR_EQUAL_UNSIGNED -> {
                    return new Expr.Binary(LESS_UNSIGNED, b.right(), b.left());
                }
                case LESS_SIGNED -> {
                    return new Expr.Binary(LESS_OR_EQUAL_SIGNED, b.right(), b.left());
                }
                case LESS_OR_EQUAL_SIGNED -> {
                    return new Expr.Binary(LESS_SIGNED, b.right(), b.left());
                }
                default -> {}
            }
        }
        return new Expr.Unary(UnaryOp.NOT, value);
    }

    public static Expr binary(BinaryOp op, Expr left, Expr right) {
        if (left instanceof Expr.Const l) {
            if (right instanceof Expr.Const r) {
                int width = op.isComparison() ? 1 : l.width();
                return new Expr.Const(width, Operations.apply(op, l.width(), l.value(), r.value()));
            }
            return commutes(op) ? withConstant(op, right, l) : constantFirst(op, l, right);
        }
        return right instanceof Expr.Const r ? withConstant(op, left, r) : new Expr.Binary(op, left, right);
    }

    private static boolean commutes(BinaryOp op) {
        return switch (op) {
            case ADD, MULTIPLY, MULTIPLY_HIGH_UNSIGNED, MULTIPLY_HIGH_SIGNED, AND, OR, XOR, EQUAL -> true;
            default -> false;
        };
    }

    private static Expr constantFirst(BinaryOp op, Expr.Const left, Expr right) {
        boolean zero = left.value() == 0;
        boolean shift = op == BinaryOp.SHIFT_LEFT || op == BinaryOp.SHIFT_RIGHT;
        if (zero && op == BinaryOp.SUBTRACT) {
            return unary(UnaryOp.NEGATE, right);
        }
        return zero && shift && Purity.isPure(right) ? left : new Expr.Binary(op, left, right);
    }

    private static Expr withConstant(BinaryOp op, Expr left, Expr.Const right) {
        long value = right.value();
        int width = left.width();
        boolean all = value == Operations.mask(width);
        boolean one = width == 1;
        return switch (op) {
            case ADD -> value == 0 ? left : add(left, right);
            case SUBTRACT, OR, XOR -> value == 0 ? left : whole(op, left, right, all);
            case AND -> all ? left : value == 0 ? zeroIfPure(op, left, right) : new Expr.Binary(op, left, right);
            case MULTIPLY -> value == 1 ? left : value == 0 ? zeroIfPure(op, left, right) : times(left, right);
            case DIVIDE_UNSIGNED -> value == 1 ? left : new Expr.Binary(op, left, right);
            case SHIFT_LEFT, SHIFT_RIGHT -> shift(op, left, right);
            case SHIFT_RIGHT_ARITHMETIC -> value == 0 ? left : new Expr.Binary(op, left, right);
            case EQUAL -> one ? value == 1 ? left : not(left) : new Expr.Binary(op, left, right);
            case LESS_UNSIGNED -> value == 0 && Purity.isPure(left) ? FALSE : new Expr.Binary(op, left, right);
            case LESS_OR_EQUAL_UNSIGNED -> all && Purity.isPure(left) ? TRUE : new Expr.Binary(op, left, right);
            default -> new Expr.Binary(op, left, right);
        };
    }

    /** (x + a) + b is x + (a + b). */
    private static Expr add(Expr left, Expr.Const right) {
        if (left instanceof Expr.Binary b && b.op() == ADD && b.right() instanceof Expr.Const c) {
            return binary(ADD, b.left(), binary(ADD, c, right));
        }
        return new Expr.Binary(ADD, left, right);
    }

    /** Multiplication by a power of two is a shift. */
    private static Expr times(Expr left, Expr.Const right) {
        return Long.bitCount(right.value()) == 1
                ? new Expr.Binary(
                        BinaryOp.SHIFT_LEFT, left, new Expr.Const(7, Long.numberOfTrailingZeros(right.value())))
                : new Expr.Binary(BinaryOp.MULTIPLY, left, right);
    }

    private static Expr whole(BinaryOp op, Expr left, Expr.Const right, boolean all) {
        if (all && op == BinaryOp.XOR) {
            return unary(UnaryOp.NOT, left);
        }
        return all && op == BinaryOp.OR && Purity.isPure(left) ? right : new Expr.Binary(op, left, right);
    }

    private static Expr zeroIfPure(BinaryOp op, Expr left, Expr.Const zero) {
        return Purity.isPure(left) ? zero : new Expr.Binary(op, left, zero);
    }

    private static Expr shift(BinaryOp op, Expr left, Expr.Const amount) {
        if (amount.value() == 0) {
            return left;
        }
        boolean out = Long.compareUnsigned(amount.value(), left.width()) >= 0;
        return out && Purity.isPure(left) ? new Expr.Const(left.width(), 0) : new Expr.Binary(op, left, amount);
    }

    /** The value widened to {@code width}, at least its own. */
    public static Expr extend(boolean signed, Expr value, int width) {
        if (value.width() == width) {
            return value;
        }
        if (value instanceof Expr.Const c) {
            return new Expr.Const(width, signed ? Operations.signExtend(c.value(), c.width()) : c.value());
        }
        if (value instanceof Expr.Extend e && (e.signed() == signed || !e.signed())) {
            return new Expr.Extend(e.signed(), e.value(), width);
        }
        return new Expr.Extend(signed, value, width);
    }

    /** The {@code width} bits from {@code low} up, which lie inside the value. */
    public static Expr extract(Expr value, int low, int width) {
        if (width == value.width()) {
            return value;
        }
        return switch (value) {
            case Expr.Const c -> new Expr.Const(width, Operations.extract(c.value(), low, width));
            case Expr.Extract e -> extract(e.value(), e.low() + low, width);
            case Expr.Extend e -> extractExtended(e, low, width);
            case Expr.Concat c -> extractJoined(c, low, width);
            case Expr.Binary b
            when isBitwise(b.op()) && b.right() instanceof Expr.Const c ->
                binary(b.op(), extract(b.left(), low, width), extract(c, low, width));
            default -> new Expr.Extract(value, low, width);
        };
    }

    private static boolean isBitwise(BinaryOp op) {
        return op == AND || op == BinaryOp.OR || op == BinaryOp.XOR;
    }

    private static Expr extractExtended(Expr.Extend extend, int low, int width) {
        int inner = extend.value().width();
        if (low + width <= inner) {
            return extract(extend.value(), low, width);
        }
        if (low == 0) {
            return extend(extend.signed(), extend.value(), width);
        }
        boolean beyond = low >= inner && !extend.signed() && Purity.isPure(extend);
        return beyond ? new Expr.Const(width, 0) : new Expr.Extract(extend, low, width);
    }

    private static Expr extractJoined(Expr.Concat joined, int low, int width) {
        int split = joined.low().width();
        if (low + width <= split && Purity.isPure(joined.high())) {
            return extract(joined.low(), low, width);
        }
        if (low >= split && Purity.isPure(joined.low())) {
            return extract(joined.high(), low - split, width);
        }
        return new Expr.Extract(joined, low, width);
    }

    /** The value with the bits from {@code low} up replaced. */
    public static Expr insert(Expr value, int low, Expr bits) {
        if (bits.width() == value.width() && Purity.isPure(value)) {
            return bits;
        }
        if (value instanceof Expr.Const v && bits instanceof Expr.Const b) {
            return new Expr.Const(v.width(), Operations.insert(v.value(), low, b.width(), b.value()));
        }
        return new Expr.Insert(value, low, bits);
    }

    /** Both values side by side, at most 64 bits. */
    public static Expr concat(Expr high, Expr low) {
        if (high instanceof Expr.Const h) {
            if (low instanceof Expr.Const l) {
                return new Expr.Const(h.width() + l.width(), h.value() << l.width() | l.value());
            }
            if (h.value() == 0) {
                return extend(false, low, h.width() + low.width());
            }
        }
        return new Expr.Concat(high, low);
    }

    public static Expr select(Expr condition, Expr then, Expr otherwise) {
        if (condition instanceof Expr.Const c) {
            return c.value() != 0 ? then : otherwise;
        }
        if (then instanceof Expr.Const t && otherwise instanceof Expr.Const o) {
            if (t.value() == o.value() && Purity.isPure(condition)) {
                return t;
            }
            if (t.width() == 1 && t.value() != o.value()) {
                return t.value() == 1 ? condition : unary(UnaryOp.NOT, condition);
            }
        }
        return condition.width() == 1 && then.width() == 1
                ? selectTruth(condition, then, otherwise)
                : new Expr.Select(condition, then, otherwise);
    }

    /** Of truth values, {@code a && b} and {@code a || b} need no choice if b has no effects. */
    private static Expr selectTruth(Expr condition, Expr then, Expr otherwise) {
        if (otherwise instanceof Expr.Const c && c.value() == 0 && Purity.isPure(then)) {
            return new Expr.Binary(AND, condition, then);
        }
        if (then instanceof Expr.Const c && c.value() == 1 && Purity.isPure(otherwise)) {
            return new Expr.Binary(BinaryOp.OR, condition, otherwise);
        }
        return new Expr.Select(condition, then, otherwise);
    }

    /** The alternative that the selector names; a selector beyond the list stays for the runtime to refuse. */
    public static Expr choose(Expr selector, List<Expr> alternatives) {
        boolean known = selector instanceof Expr.Const c && Long.compareUnsigned(c.value(), alternatives.size()) < 0;
        return known
                ? alternatives.get((int) ((Expr.Const) selector).value())
                : new Expr.Choose(selector, alternatives);
    }

    /** The statements, then the value; nested ones are joined. */
    public static Expr after(Stmt first, Expr value) {
        if (first instanceof Stmt.Block b && b.statements().isEmpty()) {
            return value;
        }
        if (value instanceof Expr.After a) {
            return new Expr.After(block(List.of(first, a.statements())), a.value());
        }
        return new Expr.After(first, value);
    }

    /** The statements in sequence, without blocks inside blocks. */
    public static Stmt block(List<Stmt> statements) {
        List<Stmt> flat = new ArrayList<>(statements.size());
        flatten(statements, flat);
        return flat.size() == 1 ? flat.getFirst() : new Stmt.Block(flat);
    }

    private static void flatten(List<Stmt> statements, List<Stmt> into) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Block b) {
                flatten(b.statements(), into);
            } else {
                into.add(statement);
            }
        }
    }
}
