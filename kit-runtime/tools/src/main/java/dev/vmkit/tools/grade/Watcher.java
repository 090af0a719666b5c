package dev.vmkit.tools.grade;

/** Somebody who looks on while a submission is graded. */
@FunctionalInterface
public interface Watcher {
    /** Looks away. */
    Watcher NOBODY = _ -> {};

    /** A check begins. */
    void begins(String check);
}
