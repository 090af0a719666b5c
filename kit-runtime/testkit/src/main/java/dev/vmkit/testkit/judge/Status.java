package dev.vmkit.testkit.judge;

/** What came of a check. */
public enum Status {
    PASSED,
    FAILED,
    /** Not looked at, because a check it depends on did not pass. */
    SKIPPED,
    /** The submission gave no answer: it hung, died, threw, or broke a limit. */
    ERROR
}
