package dev.vmkit.layers.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.SchedulerPolicy.Decision;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a policy does, its tasks go on. Endless loops are the business of those who run it in a process of its own. */
class HostilePolicyTests {

    static Stream<Arguments> policies() {
        return Stream.of(
                Arguments.of(deciding(new Decision.Run(3, 4)), "it picked task 3, which does not exist; B can run"),
                Arguments.of(deciding(new Decision.Run(1, 4)), "it picked A, which is blocked; B can run"),
                Arguments.of(deciding(new Decision.Run(2, 0)), "it gave a slice of 0; a slice is at least 1"),
                Arguments.of(deciding(new Decision.Run(2, -5)), "it gave a slice of -5; a slice is at least 1"),
                Arguments.of(
                        deciding(new Decision.Idle()), "the processor idles without a time to wake although B can run"),
                Arguments.of(deciding(new Decision.Idle(1)), "it idles until 1, which is not later than now"),
                Arguments.of(deciding(new Decision.RunGang(Map.of(0, 2, 1, 2), 4)), "its gang has one task twice"),
                Arguments.of(
                        deciding(new Decision.RunGang(Map.of(0, 2, 9, 1), 4)),
                        "its gang wants processor 9, which cannot be had"),
                Arguments.of(
                        deciding(new Decision.RunGang(Map.of(), 4)),
                        "its gang has nothing for processor 0, which was asked for"),
                Arguments.of(
                        throwing(new IllegalStateException("no idea")), "it threw java.lang.IllegalStateException"),
                Arguments.of(throwing(new StackOverflowError()), "it threw java.lang.StackOverflowError"),
                Arguments.of(throwing(new NoSuchMethodError("gone")), "it threw java.lang.NoSuchMethodError: gone"),
                Arguments.of(throwing(new OutOfMemoryError()), "it threw java.lang.OutOfMemoryError"),
                Arguments.of(throwing(new Unprintable()), "it threw " + Unprintable.class.getName()));
    }

    private static final class Unprintable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            throw new IllegalStateException("no words");
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void isBlamedAndItsTasksTakeTurns(SchedulerPolicy policy, String fault) {
        Dispatcher dispatcher =
                new Dispatcher(policy, new PolicySetup("mine", 1, new NoParameters(), 1), DispatchListener.NONE);
        dispatcher.arrive(TaskInfo.of(1, "A"), 0);
        dispatcher.next(0, 0);
        dispatcher.end(0, RunEnd.BLOCKED, 1);
        dispatcher.arrive(TaskInfo.of(2, "B"), 1);

        assertThat(dispatcher.next(0, 1)).isEqualTo(new Turn.Run(2, 1 + Dispatcher.EMERGENCY_SLICE));
        assertThat(dispatcher.fault())
                .hasValueSatisfying(
                        found -> assertThat(found.toString()).startsWith("policy mine, at time 1: " + fault));
        dispatcher.wake(1, 100);
        dispatcher.end(0, RunEnd.SLICE_ENDED, 200);
        assertThat(dispatcher.next(0, 200)).isEqualTo(new Turn.Run(1, 200 + Dispatcher.EMERGENCY_SLICE));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void staysBlamedWhenItsStateIsLoaded(SchedulerPolicy policy, String fault) {
        PolicySetup setup = new PolicySetup("mine", 1, new NoParameters(), 1);
        Dispatcher first = new Dispatcher(policy, setup, DispatchListener.NONE);
        first.arrive(TaskInfo.of(1, "A"), 0);
        first.next(0, 0);
        first.end(0, RunEnd.BLOCKED, 1);
        first.arrive(TaskInfo.of(2, "B"), 1);
        first.next(0, 1);
        Dispatcher second = new Dispatcher(new TakingTurns(), setup, DispatchListener.NONE);
        second.load(first.save());

        assertThat(second.fault())
                .hasValueSatisfying(found -> assertThat(found.what()).startsWith(fault));
    }

    private static SchedulerPolicy deciding(Decision later) {
        return new TakingTurns() {
            @Override
            protected Decision decide(int cpu, long now) {
                return now == 0 ? super.decide(cpu, now) : later;
            }
        };
    }

    private static SchedulerPolicy throwing(Throwable thrown) {
        return new SchedulerPolicy() {
            private final TakingTurns turns = new TakingTurns();

            @Override
            public void start(dev.vmkit.api.PolicyContext context) {
                turns.start(context);
            }

            @Override
            public void on(SchedulerEvent event) {
                if (event.now() > 0) {
                    HostilePolicyTests.<RuntimeException>sneak(thrown);
                }
                turns.on(event);
            }

            @Override
            public Decision pick(int cpu, long now) {
                return turns.pick(cpu, now);
            }

            @Override
            public StateTree save() {
                return turns.save();
            }

            @Override
            public void load(StateTree state) {
                turns.load(state);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
