package dev.vmkit.language.codec;

import dev.vmkit.language.text.Span;

/** An expression of an assembly source, over 64-bit numbers that wrap. */
sealed interface Expression {
    Span span();

    record Number(long value, Span span) implements Expression {}

    record Symbol(String name, Span span) implements Expression {}

    /** The address of the statement. */
    record Here(Span span) implements Expression {}

    /** The address after the statement; only in what an alias stands for. */
    record Next(Span span) implements Expression {}

    record Negated(Expression of, Span span) implements Expression {}

    record Complement(Expression of, Span span) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /** A prefix operator of this instruction set. */
    record Prefixed(String operator, Expression of, Span span) implements Expression {}

    /** Bits {@code high} to {@code low} of a value; only in the meaning of a prefix operator. */
    record Bits(Expression of, int high, int low, Span span) implements Expression {}

    /** Operators between two operands, the strongest first. */
    enum Operator {
        MULTIPLY("*", 6),
        DIVIDE("/", 6),
        REMAINDER("%", 6),
        ADD("+", 5),
        SUBTRACT("-", 5),
        SHIFT_LEFT("<<", 4),
        SHIFT_RIGHT(">>", 4),
        AND("&", 3),
        XOR("^", 2),
        OR("|", 1);

        final String sign;
        final int strength;

        Operator(String sign, int strength) {
            this.sign = sign;
            this.strength = strength;
        }
    }
}
