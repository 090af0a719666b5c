package dev.vmkit.language.ieee;

import dev.vmkit.language.ieee.FloatRules.Tininess;
import dev.vmkit.language.ieee.Standard.Result;
import java.math.BigInteger;
import java.util.Optional;

/** What an operation gives for finite operands, worked out in fractions; nothing where the result is no number. */
final class Expected {
    private final FloatOperation operation;
    private final Standard from;
    private final Standard to;

    Expected(FloatOperation operation, Tininess tininess) {
        this.operation = operation;
        this.from = standard(isFrom() ? operation.to() : operation.from(), tininess);
        this.to = standard(isTo() ? operation.from() : operation.to(), tininess);
    }

    private boolean isFrom() {
        return operation.kind() == FloatOperation.Kind.FROM_SIGNED
                || operation.kind() == FloatOperation.Kind.FROM_UNSIGNED;
    }

    private boolean isTo() {
        return operation.kind() == FloatOperation.Kind.TO_SIGNED || operation.kind() == FloatOperation.Kind.TO_UNSIGNED;
    }

    private static Standard standard(int width, Tininess tininess) {
        return new Standard(Format.of(width), tininess);
    }

    Optional<Result> of(long a, long b, long c, Rounding rounding) {
        Format format = from.format();
        boolean negative = format.isNegative(a ^ b);
        Fraction x = from.value(a);
        Fraction y = from.value(b);
        return switch (operation.kind()) {
            case ADD -> Optional.of(sum(x.plus(y), a == b && x.sign() == 0 ? a : -1, rounding));
            case SUBTRACT ->
                Optional.of(sum(x.plus(y.negated()), a == (b ^ format.sign()) && x.sign() == 0 ? a : -1, rounding));
            case MULTIPLY -> Optional.of(signed(x.times(y), negative, rounding));
            case DIVIDE -> y.sign() == 0 ? Optional.empty() : Optional.of(signed(x.by(y), negative, rounding));
            case SQUARE_ROOT -> root(a, x, rounding);
            case MULTIPLY_ADD -> Optional.of(fused(x.times(y), negative, c, rounding));
            case ROUND_TO_INTEGRAL -> Optional.of(integral(a, x, rounding));
            case CONVERT -> Optional.of(signed(x, format.isNegative(a), rounding));
            case TO_SIGNED, TO_UNSIGNED -> Optional.of(integer(x, rounding));
            case FROM_SIGNED -> Optional.of(signed(Fraction.of(signExtended(a)), false, rounding));
            case FROM_UNSIGNED -> Optional.of(signed(Fraction.unsigned(a), false, rounding));
            default -> Optional.empty();
        };
    }

    private long signExtended(long a) {
        return a << (64 - operation.from()) >> (64 - operation.from());
    }

    /** A sum; {@code zero} is its bits where both are zeros of one sign. */
    private Result sum(Fraction exact, long zero, Rounding rounding) {
        if (exact.sign() != 0) {
            return to.round(exact, rounding);
        }
        return new Result(zero >= 0 || zero == Long.MIN_VALUE ? zero : cancelled(rounding), 0);
    }

    private long cancelled(Rounding rounding) {
        return to.format().zero(rounding == Rounding.DOWNWARD);
    }

    private Result signed(Fraction exact, boolean negative, Rounding rounding) {
        return exact.sign() == 0 ? new Result(to.format().zero(negative), 0) : to.round(exact, rounding);
    }

    private Optional<Result> root(long a, Fraction x, Rounding rounding) {
        if (x.sign() < 0) {
            return Optional.empty();
        }
        return Optional.of(x.sign() == 0 ? new Result(a, 0) : to.root(x, rounding));
    }

    private Result fused(Fraction product, boolean negative, long c, Rounding rounding) {
        boolean zeros = product.sign() == 0
                && from.value(c).sign() == 0
                && from.format().isNegative(c) == negative;
        return sum(product.plus(from.value(c)), zeros ? c : -1, rounding);
    }

    private Result integral(long a, Fraction x, Rounding rounding) {
        Fraction whole = new Fraction(Standard.whole(x, rounding), BigInteger.ONE);
        int flags = whole.compareTo(x) == 0 ? 0 : StatusFlags.INEXACT;
        return new Result(signed(whole, from.format().isNegative(a), rounding).bits(), flags);
    }

    private Result integer(Fraction x, Rounding rounding) {
        boolean signed = operation.kind() == FloatOperation.Kind.TO_SIGNED;
        BigInteger most = BigInteger.ONE.shiftLeft(signed ? operation.to() - 1 : operation.to());
        BigInteger least = signed ? most.negate() : BigInteger.ZERO;
        BigInteger whole = Standard.whole(x, rounding);
        BigInteger kept = whole.max(least).min(most.subtract(BigInteger.ONE));
        boolean exact = new Fraction(whole, BigInteger.ONE).compareTo(x) == 0;
        int flags = !kept.equals(whole) ? StatusFlags.INVALID : exact ? 0 : StatusFlags.INEXACT;
        return new Result(kept.longValue() & -1L >>> (64 - operation.to()), flags);
    }
}
