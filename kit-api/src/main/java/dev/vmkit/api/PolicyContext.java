package dev.vmkit.api;

import java.util.random.RandomGenerator;

/** All that a policy is given. */
@Experimental(Use.CALL)
public interface PolicyContext {
    /** Processors there are, at least 1. */
    int cpus();

    Parameters parameters();

    /** Random numbers that are the same in every run with the same seed. */
    RandomGenerator random();

    /** Says something for the Gantt chart's margin. */
    void note(String text);
}
