package dev.vmkit.language.ir;

/** Operations on one value. The counts of zeros give the width for 0. */
public enum UnaryOp {
    NEGATE,
    NOT,
    POPULATION_COUNT,
    COUNT_LEADING_ZEROS,
    COUNT_TRAILING_ZEROS
}
