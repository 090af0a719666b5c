package dev.vmkit.layers.schedule;

import dev.vmkit.api.Parameters;

/**
 * What a policy is started with.
 *
 * @param name as messages call it
 * @param cpus processors there are, within [1, 64]
 * @param seed of its random numbers
 */
public record PolicySetup(String name, int cpus, Parameters parameters, long seed) {
    /** As many processors as an affinity has bits. */
    public static final int MOST_CPUS = 64;

    public PolicySetup {
        if (cpus < 1 || cpus > MOST_CPUS) {
            throw new IllegalArgumentException("a dispatcher has 1 to " + MOST_CPUS + " processors");
        }
    }
}
