package dev.vmkit.testkit.policy;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What every policy must keep, whatever it prefers: it runs only jobs that can run, never idles while one can, lets every
 * job finish, decides alike in equal runs, and goes on alike after its state was saved and loaded.
 */
public final class PolicyLaws {
    private final Supplier<SchedulerPolicy> make;
    private final Parameters parameters;

    /** Laws for policies that {@code make} makes anew for each workload. */
    public PolicyLaws(Supplier<SchedulerPolicy> make, Parameters parameters) {
        this.make = make;
        this.parameters = parameters;
    }

    /** What a law's check found. */
    public record Verdict(String law, Optional<String> broken) {}

    /** Checks all laws on {@code count} workloads, seeded 1 to {@code count}. */
    public List<Verdict> check(int count) {
        return List.of(
                law("runs what can run, never idles while a job can, and lets every job finish", count, this::finishes),
                law("decides alike in equal runs", count, this::repeats),
                law("goes on alike after saving and loading its state", count, this::resumes));
    }

    private interface Law {
        Optional<String> broken(Workload workload);
    }

    private static Verdict law(String name, int count, Law law) {
        for (long seed = 1; seed <= count; seed++) {
            Workload workload = Workload.random(seed);
            Optional<String> broken = brokenBy(law, workload);
            if (broken.isPresent()) {
                return new Verdict(name, Optional.of(broken.get() + " (workload of " + workload.name() + ")"));
            }
        }
        return new Verdict(name, Optional.empty());
    }

    private static Optional<String> brokenBy(Law law, Workload workload) {
        try {
            return law.broken(workload);
        } catch (BrokenLaw broken) {
            return Optional.of(broken.message());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
            // The policy is somebody's coursework: whatever it throws is its failure.
            return Optional.of("the policy threw " + thrown);
        }
    }

    private Optional<String> finishes(Workload workload) {
        picks(workload);
        return Optional.empty();
    }

    private Optional<String> repeats(Workload workload) {
        return picks(workload).equals(picks(workload))
                ? Optional.empty()
                : Optional.of("two runs of one workload differ");
    }

    private Optional<String> resumes(Workload workload) {
        List<String> expected = picks(workload);
        Handover handover = new Handover(started());
        Dispatcher dispatcher = dispatcher(handover, workload);
        while (!dispatcher.done()) {
            StateTree saved = handover.save();
            SchedulerPolicy fresh = started();
            fresh.load(saved);
            handover.to(fresh);
            dispatcher.step();
        }
        return dispatcher.picks().equals(expected)
                ? Optional.empty()
                : Optional.of("after loading its saved state the policy decides otherwise");
    }

    private List<String> picks(Workload workload) {
        Dispatcher dispatcher = dispatcher(started(), workload);
        while (!dispatcher.done()) {
            dispatcher.step();
        }
        return dispatcher.picks();
    }

    /** All work one after the other, with all waiting, forty times over, is long enough for any fair policy. */
    private static Dispatcher dispatcher(SchedulerPolicy policy, Workload workload) {
        return new Dispatcher(policy, workload, 40 * (workload.work() + 1000));
    }

    private SchedulerPolicy started() {
        SchedulerPolicy policy = make.get();
        policy.start(new Context(parameters, new SplittableRandom(42)));
        return policy;
    }

    private record Context(Parameters parameters, RandomGenerator random) implements PolicyContext {
        @Override
        public int cpus() {
            return 1;
        }

        @Override
        public void note(String text) {
            // Notes are for Gantt charts; laws do not read them.
        }
    }
}
