package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.sensitivity.Twin.Half;
import dev.vmkit.language.sensitivity.Twin.Origin;
import java.util.function.UnaryOperator;

/** The operations of the IR on values of which only some bits are known. */
final class TwinArithmetic {
    private TwinArithmetic() {}

    static Twin unary(UnaryOp op, Twin a) {
        int width = a.width();
        UnaryOperator<Half> half = h -> h.isKnown(width)
                ? Half.of(Operations.apply(op, width, h.bits()), width)
                : op == UnaryOp.NOT ? new Half(h.known(), ~h.bits() & h.known()) : Half.UNKNOWN;
        long differ = op == UnaryOp.NOT ? a.differ() : spread(a.differ(), width, op == UnaryOp.NEGATE);
        return new Twin(width, half.apply(a.first()), half.apply(a.second()), differ, Origin.NONE);
    }

    static Twin binary(BinaryOp op, Twin a, Twin b) {
        return switch (op) {
            case AND, OR, XOR -> bitwise(op, a, b);
            case SHIFT_LEFT, SHIFT_RIGHT -> shift(op, a, b);
            case ADD, SUBTRACT -> b.isNumber() && b.number() == 0 ? a : arithmetic(op, a, b);
            default -> arithmetic(op, a, b);
        };
    }

    private static Twin bitwise(BinaryOp op, Twin a, Twin b) {
        Half first = bitwise(op, a.first(), b.first());
        Half second = bitwise(op, a.second(), b.second());
        Origin origin = a.origin().only(through(op, b)).beside(b.origin().only(through(op, a)));
        return new Twin(a.width(), first, second, a.differ() | b.differ(), origin);
    }

    private static Half bitwise(BinaryOp op, Half a, Half b) {
        long known = a.known() & b.known()
                | switch (op) {
                    case AND -> a.known() & ~a.bits() | b.known() & ~b.bits();
                    case OR -> a.bits() | b.bits();
                    default -> 0;
                };
        long bits = switch (op) {
            case AND -> a.bits() & b.bits();
            case OR -> a.bits() | b.bits();
            default -> a.bits() ^ b.bits();
        };
        return new Half(known, bits & known);
    }

    /** The bits that the other side of such an operation lets through as they are. */
    private static long through(BinaryOp op, Twin other) {
        long known = other.first().known() & other.second().known();
        return op == BinaryOp.AND
                ? known & other.first().bits() & other.second().bits()
                : known & ~other.first().bits() & ~other.second().bits();
    }

    private static Twin shift(BinaryOp op, Twin a, Twin amount) {
        if (!amount.isNumber()) {
            return arithmetic(op, a, amount);
        }
        int width = a.width();
        int by = (int) Math.min(64, amount.number() < 0 ? 64 : amount.number());
        boolean left = op == BinaryOp.SHIFT_LEFT;
        UnaryOperator<Half> half = h -> {
            long shiftedIn = ~Operations.apply(op, width, Operations.mask(width), by) & Operations.mask(width);
            long known = Operations.apply(op, width, h.known(), by) | shiftedIn;
            return new Half(known, Operations.apply(op, width, h.bits(), by));
        };
        return new Twin(
                width,
                half.apply(a.first()),
                half.apply(a.second()),
                Operations.apply(op, width, a.differ(), by),
                a.origin().moved(left ? by : -by, width));
    }

    /** Any other operation: known if both sides are, or if a comparison is decided by the bits that are known. */
    private static Twin arithmetic(BinaryOp op, Twin a, Twin b) {
        int width = op.isComparison() ? 1 : a.width();
        Half first = arithmetic(op, a.width(), a.first(), b.width(), b.first());
        Half second = arithmetic(op, a.width(), a.second(), b.width(), b.second());
        boolean carries = op == BinaryOp.ADD || op == BinaryOp.SUBTRACT || op == BinaryOp.MULTIPLY;
        return new Twin(width, first, second, spread(a.differ() | b.differ(), width, carries), Origin.NONE);
    }

    private static Half arithmetic(BinaryOp op, int width, Half a, int rightWidth, Half b) {
        int result = op.isComparison() ? 1 : width;
        if (a.isKnown(width) && b.isKnown(rightWidth)) {
            return Half.of(Operations.apply(op, width, a.bits(), b.bits()), result);
        }
        return switch (op) {
            case EQUAL -> ((a.bits() ^ b.bits()) & a.known() & b.known()) != 0 ? Half.of(0, 1) : Half.UNKNOWN;
            case LESS_UNSIGNED, LESS_OR_EQUAL_UNSIGNED -> less(op, width, a, b);
            default -> Half.UNKNOWN;
        };
    }

    /** Decided where the largest the one side can be and the smallest the other can be say the same. */
    private static Half less(BinaryOp op, int width, Half a, Half b) {
        long mostA = a.bits() | ~a.known() & Operations.mask(width);
        long mostB = b.bits() | ~b.known() & Operations.mask(width);
        long always = Operations.apply(op, width, mostA, b.bits());
        long ever = Operations.apply(op, width, a.bits(), mostB);
        return always == ever ? Half.of(always, 1) : Half.UNKNOWN;
    }

    /** The bits of a result that may differ if these of the operands do. */
    private static long spread(long differ, int width, boolean upwards) {
        if (differ == 0) {
            return 0;
        }
        return upwards ? Operations.mask(width) & -Long.lowestOneBit(differ) : Operations.mask(width);
    }

    static Twin extend(boolean signed, Twin a, int width) {
        int narrow = a.width();
        long above = Operations.mask(width) & ~Operations.mask(narrow);
        long sign = 1L << (narrow - 1);
        UnaryOperator<Half> half = h -> {
            boolean knows = !signed || (h.known() & sign) != 0;
            boolean ones = signed && (h.bits() & sign) != 0;
            return new Half(h.known() | (knows ? above : 0), h.bits() | (ones ? above : 0));
        };
        long differ = a.differ() | (signed && (a.differ() & sign) != 0 ? above : 0);
        return new Twin(width, half.apply(a.first()), half.apply(a.second()), differ, a.origin());
    }

    static Twin extract(Twin a, int low, int width) {
        UnaryOperator<Half> half =
                h -> new Half(Operations.extract(h.known(), low, width), Operations.extract(h.bits(), low, width));
        return new Twin(
                width,
                half.apply(a.first()),
                half.apply(a.second()),
                Operations.extract(a.differ(), low, width),
                a.origin().moved(-low, width));
    }

    static Twin insert(Twin a, int low, Twin bits) {
        int width = a.width();
        long hole = Operations.mask(bits.width()) << low & Operations.mask(width);
        return new Twin(
                width,
                insert(a.first(), low, bits.first(), bits.width()),
                insert(a.second(), low, bits.second(), bits.width()),
                Operations.insert(a.differ(), low, bits.width(), bits.differ()),
                a.origin().only(~hole).beside(bits.origin().moved(low, width)));
    }

    private static Half insert(Half a, int low, Half bits, int width) {
        return new Half(
                Operations.insert(a.known(), low, width, bits.known()),
                Operations.insert(a.bits(), low, width, bits.bits()));
    }

    static Twin concat(Twin high, Twin low) {
        return insert(extend(false, low, high.width() + low.width()), low.width(), high);
    }

    /** One of two values, as a condition says in each run. */
    static Twin select(Twin condition, Twin then, Twin otherwise) {
        Twin result = null;
        for (int way = 0; way < 4; way++) {
            int first = way & 1;
            int second = way >> 1;
            boolean possible =
                    condition.first().mayBe(first, 1) && condition.second().mayBe(second, 1);
            if (possible && (first == second || !condition.isSame())) {
                Twin one = (first == 1 ? then : otherwise).against(second == 1 ? then : otherwise);
                result = result == null ? one : result.join(one);
            }
        }
        return result == null ? then : result;
    }
}
