package dev.vmkit.assembly.schedule;

import dev.vmkit.layers.simulate.Workload;
import java.util.List;

/**
 * A workload file.
 *
 * @param about one sentence, or nothing
 * @param policies to run it under if nobody says otherwise
 */
public record WorkloadFile(Workload workload, String about, List<PolicyChoice> policies) {
    public WorkloadFile {
        policies = List.copyOf(policies);
    }
}
