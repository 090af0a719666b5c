package dev.vmkit.testkit.policy;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Recorder;
import dev.vmkit.layers.simulate.Simulator;
import dev.vmkit.layers.simulate.Workload;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a policy, made anew each time, on workloads. */
final class Runs {
    private static final long SEED = 42;

    private final String name;
    private final Supplier<SchedulerPolicy> make;
    private final Parameters parameters;
    private Optional<History> last = Optional.empty();

    /**
     * Runs of the policies that {@code make} makes.
     *
     * @param name as charts call it
     */
    Runs(String name, Supplier<SchedulerPolicy> make, Parameters parameters) {
        this.name = name;
        this.make = make;
        this.parameters = parameters;
    }

    /** The policy did what no policy may do. */
    static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient History history;

        Faulty(History history) {
            super("a policy is at fault", null, false, false);
            this.history = history;
        }

        History history() {
            return history;
        }
    }

    /**
     * What happens on a workload; the same run again if it was asked for last, since several laws look at it.
     *
     * @throws Faulty if the policy is at fault
     */
    History run(Workload workload) {
        History history = last.filter(known -> known.workload() == workload).orElseGet(() -> simulated(workload, name));
        last = Optional.of(history);
        return sound(history);
    }

    /**
     * What happens in another run, of this workload or of a similar one.
     *
     * @param how as charts call it
     * @throws Faulty if the policy is at fault
     */
    History another(Workload workload, String how) {
        return sound(simulated(workload, name + ", " + how));
    }

    private History simulated(Workload workload, String title) {
        Simulator simulator = new Simulator(workload, make.get(), setup(title, workload), new Recorder());
        while (!simulator.over()) {
            simulator.step();
        }
        return simulator.history();
    }

    /** Between any two moments, everything is saved, and taken up by a new policy. */
    History resumed(Workload workload) {
        Recorder recorder = new Recorder();
        Simulator simulator = new Simulator(workload, make.get(), setup(name, workload), recorder);
        while (!simulator.over()) {
            Simulator next =
                    new Simulator(workload, make.get(), setup(name + ", saved and loaded", workload), recorder);
            try {
                next.load(simulator.save());
            } catch (IllegalArgumentException refused) {
                throw new Refused(simulator.history(), refused);
            }
            simulator = next;
            simulator.step();
        }
        return sound(simulator.history());
    }

    /** The policy refuses a state that it saved itself. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient History history;

        Refused(History history, IllegalArgumentException why) {
            super(why.getMessage(), why);
            this.history = history;
        }

        History history() {
            return history;
        }
    }

    private PolicySetup setup(String title, Workload workload) {
        return new PolicySetup(title, workload.cpus(), parameters, SEED);
    }

    private static History sound(History history) {
        if (history.fault().isPresent()) {
            throw new Faulty(history);
        }
        return history;
    }
}
