package dev.vmkit.testkit.suite;

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
    public boolean holds(long found, long wanted) {
        return switch (this) {
            case EQUAL -> found == wanted;
            case DIFFERENT -> found != wanted;
            case LESS -> found < wanted;
            case AT_MOST -> found <= wanted;
            case MORE -> found > wanted;
            case AT_LEAST -> found >= wanted;
        };
    }

    @Override
    public String toString() {
        return sign;
    }
}
