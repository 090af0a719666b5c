package dev.vmkit.assembly.schedule;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.machine.device.GivenParameters;
import java.util.Map;

/**
 * A policy with its parameters, ready to be started.
 *
 * @param title its name, and what was set: {@code lottery,slice=5}
 */
public record ResolvedPolicy(Catalog catalog, Part part, String title, Map<String, ParameterValue> values, long seed) {

    public ResolvedPolicy {
        values = Map.copyOf(values);
    }

    /**
     * A new instance, not yet started.
     *
     * @throws dev.vmkit.assembly.catalog.PluginFailure if its class cannot be used, or throws
     */
    public SchedulerPolicy create() {
        return catalog.schedulerPolicy(part, new Diagnostics())
                .orElseThrow(() -> new IllegalStateException(part + " was resolved"));
    }

    /** What it is started with. */
    public PolicySetup setup(int cpus) {
        return new PolicySetup(title, cpus, parameters(), seed);
    }

    /** The same policy with other random numbers. */
    public ResolvedPolicy seeded(long other) {
        return new ResolvedPolicy(catalog, part, title, values, other);
    }

    public Parameters parameters() {
        return new GivenParameters(part.name(), values);
    }
}
