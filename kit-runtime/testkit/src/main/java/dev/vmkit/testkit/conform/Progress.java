package dev.vmkit.testkit.conform;

/** Is told how far the trial of a file has come. */
@FunctionalInterface
public interface Progress {
    /** So much is done, in a few words; called now and then. */
    void at(String done);
}
