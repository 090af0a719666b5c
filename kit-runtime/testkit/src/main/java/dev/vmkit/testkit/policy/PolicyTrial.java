package dev.vmkit.testkit.policy;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Simulator;
import dev.vmkit.layers.simulate.Workload;
import java.util.Map;
import java.util.Optional;

/** One run of a policy, for tests of what it does on a workload in particular. */
public final class PolicyTrial {
    private static final long SEED = 42;

    private PolicyTrial() {}

    /**
     * What happens.
     *
     * @param values of the policy's parameters
     */
    public static History run(SchedulerPolicy policy, Map<String, Long> values, Workload workload) {
        PolicySetup setup = new PolicySetup(policy.getClass().getSimpleName(), workload.cpus(), of(values), SEED);
        return Simulator.run(workload, policy, setup);
    }

    /** Parameters of these values. */
    public static Parameters of(Map<String, Long> values) {
        return new Parameters() {
            @Override
            public long number(String name) {
                return Optional.ofNullable(values.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("the test gives no '" + name + "'"));
            }

            @Override
            public String text(String name) {
                throw new IllegalArgumentException("the test gives no text '" + name + "'");
            }
        };
    }
}
