package dev.vmkit.layers.schedule;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.SchedulerPolicy.Decision;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A policy until its first fault: whatever it throws is kept, and from then on it is not asked any more. */
final class GuardedPolicy {
    private final SchedulerPolicy policy;
    private final String name;
    private Optional<PolicyFault> fault = Optional.empty();

    GuardedPolicy(SchedulerPolicy policy, String name) {
        this.policy = policy;
        this.name = name;
    }

    Optional<PolicyFault> fault() {
        return fault;
    }

    void blame(long now, String what) {
        fault = fault.or(() -> Optional.of(new PolicyFault(name, now, what, Optional.empty())));
    }

    void start(PolicyContext context) {
        call(0, () -> {
            policy.start(context);
            return true;
        });
    }

    void on(SchedulerEvent event) {
        call(event.now(), () -> {
            policy.on(event);
            return true;
        });
    }

    Optional<Decision> pick(int cpu, long now) {
        return call(now, () -> Objects.requireNonNull(policy.pick(cpu, now), "pick decided nothing"));
    }

    boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return call(now, () -> policy.preempts(candidate, running, now)).orElse(false);
    }

    StateTree save(long now) {
        return call(now, () -> Objects.requireNonNull(policy.save(), "save gave nothing"))
                .orElse(StateTree.EMPTY);
    }

    /** @throws IllegalArgumentException if the policy refuses the state */
    void load(StateTree state, long now) {
        call(now, () -> {
            policy.load(state);
            return true;
        });
        fault.flatMap(PolicyFault::thrown)
                .filter(IllegalArgumentException.class::isInstance)
                .ifPresent(refused -> {
                    throw (IllegalArgumentException) refused;
                });
    }

    /** In words; what was thrown is the policy's own, and may throw when it is asked. */
    private String told(Throwable thrown) {
        try {
            return "it threw " + thrown + place(thrown);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError again) {
            return "it threw " + thrown.getClass().getName() + ", which throws when it is printed";
        }
    }

    /** Where in the policy's own source it was. */
    private String place(Throwable thrown) {
        String own = policy.getClass().getName();
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame ->
                        frame.getClassName().equals(own) || frame.getClassName().startsWith(own + "$"))
                .findFirst()
                .map(frame -> ", in line " + frame.getLineNumber() + " of " + frame.getFileName())
                .orElse("");
    }

    private <T> Optional<T> call(long now, Supplier<T> code) {
        if (fault.isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(code.get());
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError thrown) {
            // The policy is somebody's coursework: whatever it throws is its failure. Endless loops are not caught
            // here.
            fault = Optional.of(new PolicyFault(name, now, told(thrown), Optional.of(thrown)));
            return Optional.empty();
        }
    }
}
