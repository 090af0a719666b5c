package dev.vmkit.testkit.policy;

import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Something that a policy has to keep.
 *
 * @param name as policies promise it
 * @param sentence what it says of a policy that keeps it
 * @param workloads by their seeds
 * @param check finds what is broken
 */
public record Law(String name, String sentence, LongFunction<Workload> workloads, Check check) {

    /** Runs a policy on a workload, and looks. */
    @FunctionalInterface
    interface Check {
        Optional<Breach> broken(Runs runs, Workload workload);
    }

    /**
     * How a law was broken.
     *
     * @param what in words
     * @param charts of the run that broke it, and, if there is one, of a run to compare it with
     */
    public record Breach(String what, List<History> charts) {
        static Optional<Breach> in(History history, String what) {
            return Optional.of(new Breach(what, List.of(history)));
        }

        static Optional<Breach> between(History expected, History found, String what) {
            return Optional.of(new Breach(what, List.of(expected, found)));
        }
    }

    /** What is broken on one workload. A policy that is at fault breaks every law. */
    Optional<Breach> broken(Runs runs, Workload workload) {
        try {
            return check.broken(runs, workload);
        } catch (Runs.Faulty faulty) {
            return Breach.in(
                    faulty.history(), faulty.history().fault().orElseThrow().what());
        }
    }
}
