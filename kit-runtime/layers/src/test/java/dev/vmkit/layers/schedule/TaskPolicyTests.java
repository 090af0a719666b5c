package dev.vmkit.layers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy.Decision;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy.VirtualTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The base that most policies have. */
class TaskPolicyTests {
    private final TakingTurns policy = new TakingTurns();

    @BeforeEach
    void twoTasksOfWhichOneRuns() {
        policy.on(new SchedulerEvent.Arrived(0, TaskInfo.of(1, "A")));
        policy.on(new SchedulerEvent.Arrived(0, TaskInfo.of(2, "B")));
        policy.pick(0, 0);
    }

    @Test
    void whoHasWaitedLongestComesFirst() {
        policy.on(new SchedulerEvent.SliceEnded(4, 1));

        assertThat(policy.pick(0, 4)).isEqualTo(new Decision.Run(2, TakingTurns.SLICE));
        assertThat(policy.pick(1, 4)).isEqualTo(new Decision.Run(1, TakingTurns.SLICE));
    }

    @Test
    void aTaskRunsOnlyWhereItMay() {
        policy.on(new SchedulerEvent.Changed(1, TaskInfo.of(2, "B").withAffinity(2)));

        assertThat(policy.pick(0, 1)).isEqualTo(new Decision.Idle());
        assertThat(policy.pick(1, 1)).isEqualTo(new Decision.Run(2, TakingTurns.SLICE));
    }

    @Test
    void aTaskThatIsGoneIsForgotten() {
        policy.on(new SchedulerEvent.Exited(1, 2));

        assertThat(policy.pick(0, 1)).isEqualTo(new Decision.Idle());
        assertThat(policy.save().tree("tasks").values()).containsOnlyKeys("1");
    }

    static Stream<StateTree> wrong() {
        StateTree good = new TakingTurns().save();
        StateTree task = StateTree.EMPTY
                .with("info", TaskInfo.of(1, "A").save())
                .with("cpu", 0)
                .with("left", 4)
                .with("kept", StateTree.EMPTY);
        return Stream.of(
                StateTree.EMPTY,
                good.with("waiting", List.of(7)),
                good.with("waiting", "one two"),
                good.with("tasks", StateTree.EMPTY.with("1", StateTree.EMPTY)),
                good.with("tasks", StateTree.EMPTY.with("1", task.with("cpu", 64))),
                good.with("tasks", StateTree.EMPTY.with("1", task)).with("waiting", List.of(1)),
                good.with(
                        "tasks",
                        StateTree.EMPTY.with(
                                "1", task.with("info", task.tree("info").with("weight", 0)))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aStateThatCannotBeIsRefusedAndChangesNothing(StateTree state) {
        StateTree before = policy.save();

        assertThatThrownBy(() -> policy.load(state)).isInstanceOf(IllegalArgumentException.class);
        assertThat(policy.save()).isEqualTo(before);
    }

    @Test
    void virtualTimeKeepsItsFractions() {
        VirtualTime time = new VirtualTime(7_919);
        for (int i = 0; i < 7_919; i++) {
            time.run(1);
        }

        assertThat(time.now()).isEqualTo(VirtualTime.UNIT);
    }

    @Test
    void virtualTimeStaysWhereItIsWhenTheWeightChanges() {
        VirtualTime time = new VirtualTime(2);
        time.run(10);
        time.weigh(5);
        time.run(10);

        assertThat(time.now()).isEqualTo(7 * VirtualTime.UNIT);
    }
}
