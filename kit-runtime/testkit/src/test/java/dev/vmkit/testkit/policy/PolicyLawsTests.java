package dev.vmkit.testkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PolicyLawsTests {

    @Test
    void roundRobinKeepsAllLaws() {
        assertThat(broken(RoundRobin::new)).isEmpty();
    }

    @Test
    void aPolicyThatIdlesBreaksALaw() {
        assertThat(broken(() -> new RoundRobin() {
                    @Override
                    public Decision pick(int cpu, long now) {
                        return new Decision.Idle();
                    }
                }))
                .anyMatch(text -> text.contains("the processor idles although"));
    }

    @Test
    void aPolicyThatPicksABlockedJobBreaksALaw() {
        assertThat(broken(() -> new RoundRobin() {
                    @Override
                    public Decision pick(int cpu, long now) {
                        return new Decision.Run(99, 1);
                    }
                }))
                .anyMatch(text -> text.contains("task 99 was picked, which cannot run now"));
    }

    @Test
    void aSliceOfNothingBreaksALaw() {
        assertThat(broken(() -> new RoundRobin() {
                    @Override
                    public Decision pick(int cpu, long now) {
                        return super.pick(cpu, now) instanceof Decision.Run run
                                ? new Decision.Run(run.task(), 0)
                                : new Decision.Idle();
                    }
                }))
                .anyMatch(text -> text.contains("a slice is at least 1"));
    }

    @Test
    void aPolicyThatForgetsItsStateBreaksALaw() {
        assertThat(broken(() -> new RoundRobin() {
                    @Override
                    public StateTree save() {
                        return StateTree.EMPTY;
                    }

                    @Override
                    public void load(StateTree state) {}
                }))
                .isNotEmpty();
    }

    @Test
    void aPolicyThatThrowsFailsInsteadOfItsHost() {
        assertThat(broken(() -> new RoundRobin() {
                    @Override
                    public void on(SchedulerEvent event) {
                        throw new IllegalStateException("no idea");
                    }
                }))
                .anyMatch(text -> text.contains("the policy threw"));
    }

    private static List<String> broken(Supplier<SchedulerPolicy> make) {
        return new PolicyLaws(make, new NoParameters())
                .check(50).stream()
                        .flatMap(verdict -> verdict.broken().stream())
                        .toList();
    }

    private record NoParameters() implements Parameters {
        @Override
        public long number(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public String text(String name) {
            throw new IllegalArgumentException(name);
        }
    }

    private static class RoundRobin implements SchedulerPolicy {
        private final Deque<Integer> queue = new ArrayDeque<>();

        @Override
        public void start(PolicyContext context) {}

        @Override
        public void on(SchedulerEvent event) {
            switch (event) {
                case SchedulerEvent.Arrived e -> queue.add(e.task());
                case SchedulerEvent.Woke e -> queue.add(e.task());
                case SchedulerEvent.SliceEnded e -> queue.add(e.task());
                default -> {}
            }
        }

        @Override
        public Decision pick(int cpu, long now) {
            return queue.isEmpty() ? new Decision.Idle() : new Decision.Run(queue.remove(), 4);
        }

        @Override
        public StateTree save() {
            return StateTree.EMPTY.with(
                    "queue",
                    String.join(" ", queue.stream().map(String::valueOf).toList()));
        }

        @Override
        public void load(StateTree state) {
            queue.clear();
            String saved = state.text("queue");
            for (String id : saved.isEmpty() ? new String[0] : saved.split(" ", -1)) {
                queue.add(Integer.parseInt(id));
            }
        }
    }
}
