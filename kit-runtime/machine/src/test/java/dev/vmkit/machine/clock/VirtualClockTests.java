package dev.vmkit.machine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.Clock;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTests {
    private final List<String> log = new ArrayList<>();

    private Runnable says(String word) {
        return () -> log.add(word);
    }

    @Test
    void advances_by_executed_instructions_at_its_speed() {
        VirtualClock clock = new VirtualClock(10_000_000);
        clock.end(3);
        assertThat(clock.now()).isEqualTo(300);
        assertThat(clock.ticks()).isEqualTo(3);
    }

    @Test
    void does_not_drift_at_a_speed_that_does_not_divide_a_second() {
        VirtualClock clock = new VirtualClock(3);
        for (int i = 0; i < 3_000; i++) {
            clock.end(1);
        }
        assertThat(clock.now()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void stays_exact_after_centuries_and_then_stands_still() {
        VirtualClock clock = new VirtualClock(1_000_000_000);
        clock.end(Long.MAX_VALUE - 1);
        assertThat(clock.now()).isEqualTo(Long.MAX_VALUE - 1);
        clock.end(Long.MAX_VALUE);
        assertThat(clock.now()).isEqualTo(Long.MAX_VALUE);
        VirtualClock slow = new VirtualClock(1);
        slow.end(Long.MAX_VALUE / 2);
        assertThat(slow.now()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void counts_time_in_its_timebase_without_drift() {
        VirtualClock clock = new VirtualClock(1_000_000_000, 3);
        Clock part = clock.forPart(0);
        assertThat(part.timebase()).isEqualTo(3);
        part.atTime(2, says("two"));
        part.atTime(-1, says("never"));
        clock.end(666_666_666);
        assertThat(part.time()).isEqualTo(1);
        assertThat(clock.ticksUntilNextEvent()).isEqualTo(1);
        clock.end(1);
        clock.runDue();
        assertThat(part.time()).isEqualTo(2);
        assertThat(log).containsExactly("two");
        assertThat(clock.hasEvent()).isFalse();
        clock.end(Long.MAX_VALUE);
        assertThat(part.time()).isEqualTo(Long.MAX_VALUE / 1_000_000_000 * 3 + 2);
    }

    @Test
    void knows_the_exact_tick_at_which_an_event_is_due() {
        VirtualClock clock = new VirtualClock(3);
        clock.forPart(0).at(333_333_334, says("due"));
        assertThat(clock.ticksUntilNextEvent()).isEqualTo(2);
        clock.end(1);
        clock.runDue();
        assertThat(log).isEmpty();
        clock.end(1);
        clock.runDue();
        assertThat(log).containsExactly("due");
        assertThat(clock.ticksUntilNextEvent()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void runs_events_of_one_time_by_device_and_then_in_the_order_they_were_asked_for() {
        VirtualClock clock = new VirtualClock(1_000_000_000);
        Clock second = clock.forPart(1);
        Clock first = clock.forPart(0);
        second.at(5, says("c"));
        second.at(5, says("d"));
        first.at(5, says("b"));
        first.at(4, says("a"));
        clock.end(5);
        clock.runDue();
        assertThat(log).containsExactly("a", "b", "c", "d");
    }

    @Test
    void does_not_run_a_cancelled_event_not_even_if_one_of_the_same_time_cancels_it() {
        VirtualClock clock = new VirtualClock(1_000_000_000);
        Timer[] victim = new Timer[1];
        clock.forPart(0).at(1, () -> victim[0].cancel());
        victim[0] = clock.forPart(0).at(1, says("cancelled"));
        clock.end(1);
        clock.runDue();
        assertThat(log).isEmpty();
        assertThat(clock.hasEvent()).isFalse();
    }

    @Test
    void lets_time_pass_before_an_event_that_asks_for_itself_again() {
        VirtualClock clock = new VirtualClock(1_000_000_000);
        Clock device = clock.forPart(0);
        device.at(0, new Runnable() {
            @Override
            public void run() {
                log.add("tick");
                device.at(0, this);
            }
        });
        clock.runDue();
        assertThat(log).hasSize(1);
        assertThat(clock.nextEvent()).isEqualTo(1);
    }

    @Test
    void shows_the_time_of_the_executing_instruction_and_shortens_the_slice_for_an_earlier_event() {
        VirtualClock clock = new VirtualClock(1_000_000);
        RecordedSlice slice = new RecordedSlice(7);
        clock.begin(slice);
        assertThat(clock.now()).isEqualTo(7_000);
        clock.forPart(0).at(9_500, says("due"));
        assertThat(slice.within).isEqualTo(3);
        clock.forPart(0).at(1_000, says("overdue"));
        assertThat(slice.within).isZero();
        clock.end(8);
        clock.runDue();
        assertThat(log).containsExactly("overdue");
        assertThat(clock.now()).isEqualTo(8_000);
    }

    @Test
    void skips_idle_time_to_the_next_event() {
        VirtualClock clock = new VirtualClock(3);
        clock.end(1);
        clock.forPart(0).at(1_000_000_000, says("due"));
        clock.skipTo(clock.nextEvent());
        assertThat(clock.now()).isEqualTo(1_000_000_000);
        assertThat(clock.ticks()).isEqualTo(1);
        assertThat(clock.ticksUntilNextEvent()).isZero();
        clock.skipTo(5);
        assertThat(clock.now()).isEqualTo(1_000_000_000);
    }

    @Test
    void takes_up_a_saved_time_and_forgets_its_events() {
        VirtualClock clock = new VirtualClock(3);
        clock.end(100);
        clock.skipTo(77_000_000_000L);
        StateTree saved = clock.save();
        VirtualClock other = new VirtualClock(3);
        other.forPart(0).at(1, says("stale"));
        other.load(saved);
        assertThat(other.now()).isEqualTo(77_000_000_000L);
        assertThat(other.hasEvent()).isFalse();
        assertThat(other.save()).isEqualTo(saved);
    }

    @Test
    void refuses_a_time_that_cannot_be_and_stays_as_it_was() {
        VirtualClock clock = new VirtualClock(3);
        clock.end(2);
        StateTree before = clock.save();
        assertThatThrownBy(() -> clock.load(StateTree.EMPTY.with("ticks", 1).with("skipped", -1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.save()).isEqualTo(before);
    }

    @Test
    void refuses_a_speed_of_nothing_or_beyond_nine_gigahertz() {
        assertThatThrownBy(() -> new VirtualClock(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VirtualClock(9_000_000_001L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VirtualClock(1, 1_000_000_001)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class RecordedSlice implements Slice {
        private final long executed;
        private long within = Long.MAX_VALUE;

        RecordedSlice(long executed) {
            this.executed = executed;
        }

        @Override
        public long executed() {
            return executed;
        }

        @Override
        public void stopWithin(long ticks) {
            within = Math.min(within, ticks);
        }
    }
}
