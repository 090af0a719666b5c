package dev.vmkit.testkit.suite;

/** When a student sees more of a check than its points. */
public enum Visibility {
    /** At once. */
    VISIBLE,
    /** When the deadline has passed. */
    AFTER_DUE_DATE,
    /** When the teacher publishes grades. */
    AFTER_PUBLISHED,
    /** Never. */
    HIDDEN
}
