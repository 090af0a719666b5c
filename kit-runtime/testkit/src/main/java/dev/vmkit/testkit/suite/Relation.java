package dev.vmkit.testkit.suite;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** How two numbers are compared. */
public enum Relation {
    EQUAL("="),
    DIFFERENT("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    static Optional<Relation> of(String sign) {
        return Arrays.stream(values()).filter(r -> r.sign.equals(sign)).findFirst();
    }

    /** Whether it holds between what was found and what is wanted. */
    public boolean holds(BigInteger found, BigInteger wanted) {
        int order = found.compareTo(wanted);
        return switch (this) {
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    @Override
    public String toString() {
        return sign;
    }
}
