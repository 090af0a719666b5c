package dev.vmkit.machine.execute;

/** A compiled statement. */
@FunctionalInterface
interface Action {
    /** It ended in the ordinary way. */
    int DONE = -1;

    /** It ended the function. */
    int RETURNED = -2;

    /** Runs it; gives {@link #DONE}, {@link #RETURNED}, or the number of the scope that is being left. */
    int run(Frame f);

    /** Does nothing. */
    Action NOTHING = f -> DONE;
}
