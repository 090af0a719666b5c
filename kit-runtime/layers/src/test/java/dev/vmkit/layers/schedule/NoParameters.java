package dev.vmkit.layers.schedule;

import dev.vmkit.api.Parameters;

/** Parameters of a policy that has none. */
public record NoParameters() implements Parameters {
    @Override
    public long number(String name) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public String text(String name) {
        throw new IllegalArgumentException(name);
    }
}
