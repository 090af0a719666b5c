package dev.vmkit.assembly.schedule;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.machine.device.GivenParameters;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A policy with its parameters, ready to be started.
 *
 * @param title its name, and what was set: {@code lottery,slice=5}
 */
public record ResolvedPolicy(
        String name, String title, Supplier<SchedulerPolicy> maker, Map<String, ParameterValue> values, long seed) {

    public ResolvedPolicy {
        values = Map.copyOf(values);
    }

    /**
     * A new instance, not yet started.
     *
     * @throws dev.vmkit.assembly.catalog.PluginFailure if its class cannot be used, or throws
     */
    public SchedulerPolicy create() {
        return maker.get();
    }

    /** What it is started with. */
    public PolicySetup setup(int cpus) {
        return new PolicySetup(title, cpus, parameters(), seed);
    }

    /** The same policy with other random numbers. */
    public ResolvedPolicy seeded(long other) {
        return new ResolvedPolicy(name, title, maker, values, other);
    }

    public Parameters parameters() {
        return new GivenParameters(name, values);
    }
}
