package dev.vmkit.layers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatcherTests {
    private static final TaskInfo A = TaskInfo.of(1, "A");
    private static final TaskInfo B = TaskInfo.of(2, "B");

    private final List<SchedulerEvent> told = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();

    @Test
    void aTaskRunsUntilItsSliceEnds() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 1);
        dispatcher.arrive(A, 10);

        assertThat(dispatcher.next(0, 10)).isEqualTo(new Turn.Run(1, 14));
        assertThat(dispatcher.running(0)).contains(1);
        assertThat(dispatcher.until(0)).isEqualTo(14);
        assertThat(dispatcher.free(0, 12)).isFalse();
    }

    @Test
    void whatRanIsChargedExactlyBeforeAnythingElseIsTold() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 1);
        dispatcher.arrive(A, 0);
        dispatcher.next(0, 0);
        dispatcher.arrive(B, 3);
        dispatcher.end(0, RunEnd.BLOCKED, 4);

        assertThat(told)
                .containsExactly(
                        new SchedulerEvent.Arrived(0, A),
                        new SchedulerEvent.Charged(3, 1, 3),
                        new SchedulerEvent.Arrived(3, B),
                        new SchedulerEvent.Charged(4, 1, 1),
                        new SchedulerEvent.Blocked(4, 1));
        assertThat(ran).containsExactly("0: 1 from 0 to 3", "0: 1 from 3 to 4");
    }

    @Test
    void whatIsLeftOfATaskIsCountedDown() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 1);
        dispatcher.arrive(A.withLength(9), 0);
        dispatcher.next(0, 0);
        dispatcher.end(0, RunEnd.SLICE_ENDED, 4);

        assertThat(dispatcher.task(1).length()).isEqualTo(5);
    }

    @Test
    void aProcessorThatIdlesIsAskedAgainWhenSomethingHappens() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 1);
        assertThat(dispatcher.next(0, 0)).isEqualTo(new Turn.Idle(Long.MAX_VALUE));
        assertThat(dispatcher.free(0, 5)).isFalse();
        dispatcher.arrive(A, 5);

        assertThat(dispatcher.free(0, 5)).isTrue();
    }

    @Test
    void aTaskThatMustNotWaitTakesTheLeastImportantProcessor() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 2);
        dispatcher.arrive(A.withPriority(1), 0);
        dispatcher.next(0, 0);
        dispatcher.arrive(B, 0);
        dispatcher.next(1, 0);
        dispatcher.arrive(TaskInfo.of(3, "C").withPriority(2), 1);

        assertThat(dispatcher.mustStop(0)).isFalse();
        assertThat(dispatcher.mustStop(1)).isTrue();
    }

    @Test
    void ofTwoTasksThatArriveAtOnceEachTakesAProcessor() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 2);
        dispatcher.arrive(A, 0);
        dispatcher.next(0, 0);
        dispatcher.arrive(B, 0);
        dispatcher.next(1, 0);
        dispatcher.arrive(TaskInfo.of(3, "C").withPriority(2), 1);
        dispatcher.arrive(TaskInfo.of(4, "D").withPriority(2), 1);

        assertThat(dispatcher.mustStop(0)).isTrue();
        assertThat(dispatcher.mustStop(1)).isTrue();
    }

    @Test
    void aFreeProcessorIsEnoughForATaskThatWakes() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 2);
        dispatcher.arrive(A, 0);
        dispatcher.next(0, 0);
        dispatcher.arrive(B.withPriority(2), 1);

        assertThat(dispatcher.mustStop(0)).isFalse();
    }

    @Test
    void aGangStartsAtOnceAndOthersMakeRoom() {
        Dispatcher dispatcher = dispatcher(
                new TakingTurns() {
                    @Override
                    protected Decision decide(int cpu, long now) {
                        return now == 0 ? super.decide(cpu, now) : new Decision.RunGang(Map.of(0, 2, 1, 3), 9);
                    }
                },
                2);
        dispatcher.arrive(A, 0);
        dispatcher.next(1, 0);
        dispatcher.arrive(B, 1);
        dispatcher.arrive(TaskInfo.of(3, "C"), 1);

        assertThat(dispatcher.next(0, 2)).isEqualTo(new Turn.Run(2, 11));
        assertThat(dispatcher.mustStop(1)).isTrue();
        dispatcher.end(1, RunEnd.SLICE_ENDED, 2);
        assertThat(dispatcher.next(1, 2)).isEqualTo(new Turn.Run(3, 11));
        assertThat(dispatcher.fault()).isEmpty();
    }

    @Test
    void aProcessorOutOfUseIsNotAskedFor() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 2);
        dispatcher.online(1, false, 3);

        assertThat(dispatcher.free(1, 3)).isFalse();
        assertThat(told).containsExactly(new SchedulerEvent.CpuDown(3, 1));
        dispatcher.online(1, true, 4);
        assertThat(dispatcher.free(1, 4)).isTrue();
    }

    @Test
    void aHostThatContradictsItselfIsToldSo() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 1);
        dispatcher.arrive(A, 5);

        assertThatThrownBy(() -> dispatcher.wake(1, 5)).hasMessage("task 1 is not blocked");
        assertThatThrownBy(() -> dispatcher.arrive(A, 5)).hasMessage("task 1 exists already");
        assertThatThrownBy(() -> dispatcher.next(0, 4)).hasMessage("time goes back from 5 to 4");
        assertThatThrownBy(() -> dispatcher.wake(7, 5)).hasMessage("there is no task 7");
    }

    @Test
    void aSavedDispatcherGoesOnAlike() {
        Dispatcher first = dispatcher(new TakingTurns(), 2);
        first.arrive(A, 0);
        first.next(0, 0);
        first.arrive(B, 0);
        first.next(1, 0);
        first.end(1, RunEnd.BLOCKED, 2);
        first.next(1, 2);
        Dispatcher second = dispatcher(new TakingTurns(), 2);
        second.load(first.save());

        assertThat(second.save()).isEqualTo(first.save());
        for (Dispatcher each : List.of(first, second)) {
            each.wake(2, 3);
            assertThat(each.next(1, 3)).isEqualTo(new Turn.Run(2, 7));
            assertThat(each.until(0)).isEqualTo(4);
        }
    }

    @Test
    void aStateThatContradictsItselfIsRefusedAndChangesNothing() {
        Dispatcher dispatcher = dispatcher(new TakingTurns(), 1);
        dispatcher.arrive(A, 0);
        StateTree before = dispatcher.save();
        StateTree seat = before.tree("cpus").tree("0").with("task", 1);

        assertThatThrownBy(() -> dispatcher.load(before.with("cpus", StateTree.EMPTY.with("0", seat))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tasks and processors disagree about who runs");
        assertThat(dispatcher.save()).isEqualTo(before);
    }

    private Dispatcher dispatcher(SchedulerPolicy policy, int cpus) {
        return new Dispatcher(
                new Overheard(policy, told),
                new PolicySetup("turns", cpus, new NoParameters(), 1),
                new DispatchListener() {
                    @Override
                    public void ran(int cpu, int task, long from, long to) {
                        ran.add(cpu + ": " + task + " from " + from + " to " + to);
                    }
                });
    }
}
