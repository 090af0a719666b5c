package dev.vmkit.api;

import java.util.random.RandomGenerator;

/** All that a policy is given. */
@Experimental(Use.CALL)
public interface PolicyContext {
    /** Processors there are, within [1, 64]. */
    int cpus();

    Parameters parameters();

    /** Random numbers that are the same in every run with the same seed. The host saves and loads where they stand. */
    RandomGenerator random();

    /** Says something for the Gantt chart's margin. */
    void note(String text);
}
