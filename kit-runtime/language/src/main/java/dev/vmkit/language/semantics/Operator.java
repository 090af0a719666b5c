package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators between two expressions; a larger precedence binds tighter. */
enum Operator {
    OR_ELSE("||", 1, null),
    AND_THEN("&&", 2, null),
    EQUAL("==", 3, BinaryOp.EQUAL),
    NOT_EQUAL("!=", 3, BinaryOp.EQUAL),
    LESS("<", 3, BinaryOp.LESS_UNSIGNED),
    LESS_OR_EQUAL("<=", 3, BinaryOp.LESS_OR_EQUAL_UNSIGNED),
    GREATER(">", 3, BinaryOp.LESS_UNSIGNED),
    GREATER_OR_EQUAL(">=", 3, BinaryOp.LESS_OR_EQUAL_UNSIGNED),
    LESS_SIGNED("<s", 3, BinaryOp.LESS_SIGNED),
    LESS_OR_EQUAL_SIGNED("<=s", 3, BinaryOp.LESS_OR_EQUAL_SIGNED),
    GREATER_SIGNED(">s", 3, BinaryOp.LESS_SIGNED),
    GREATER_OR_EQUAL_SIGNED(">=s", 3, BinaryOp.LESS_OR_EQUAL_SIGNED),
    OR("|", 4, BinaryOp.OR),
    XOR("^", 5, BinaryOp.XOR),
    AND("&", 6, BinaryOp.AND),
    CONCAT("@", 7, null),
    SHIFT_LEFT("<<", 8, BinaryOp.SHIFT_LEFT),
    SHIFT_RIGHT(">>", 8, BinaryOp.SHIFT_RIGHT),
    SHIFT_RIGHT_SIGNED(">>s", 8, BinaryOp.SHIFT_RIGHT_ARITHMETIC),
    ADD("+", 9, BinaryOp.ADD),
    SUBTRACT("-", 9, BinaryOp.SUBTRACT),
    MULTIPLY("*", 10, BinaryOp.MULTIPLY),
    DIVIDE("/", 10, BinaryOp.DIVIDE_UNSIGNED),
    REMAINDER("%", 10, BinaryOp.REMAINDER_UNSIGNED),
    DIVIDE_SIGNED("/s", 10, BinaryOp.DIVIDE_SIGNED),
    REMAINDER_SIGNED("%s", 10, BinaryOp.REMAINDER_SIGNED);

    private static final Map<String, Operator> BY_SYMBOL = new HashMap<>();

    static {
        for (Operator operator : values()) {
            BY_SYMBOL.put(operator.symbol, operator);
        }
    }

    final String symbol;
    final int precedence;
    /** What it computes, sides in order unless {@link #swaps} or negated for {@link #NOT_EQUAL}; null if special. */
    final @Nullable BinaryOp op;

    Operator(String symbol, int precedence, @Nullable BinaryOp op) {
        this.symbol = symbol;
        this.precedence = precedence;
        this.op = op;
    }

    static @Nullable Operator of(Token token) {
        return token.kind() == Token.Kind.SYMBOL ? BY_SYMBOL.get(token.text()) : null;
    }

    boolean isComparison() {
        return precedence == 3;
    }

    boolean isShift() {
        return precedence == 8;
    }

    /** Whether it is computed with its sides exchanged. */
    boolean swaps() {
        return this == GREATER || this == GREATER_OR_EQUAL || this == GREATER_SIGNED || this == GREATER_OR_EQUAL_SIGNED;
    }
}
