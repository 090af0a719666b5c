package dev.vmkit.layers.schedule;

import java.util.Optional;

/**
 * What a policy did that no policy may do.
 *
 * @param policy its name
 * @param now when, in virtual time
 * @param what in words, without the name
 * @param thrown what it threw, if that is what it did
 */
public record PolicyFault(String policy, long now, String what, Optional<Throwable> thrown) {
    @Override
    public String toString() {
        return "policy " + policy + ", at time " + now + ": " + what;
    }
}
