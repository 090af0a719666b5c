package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimerTests {
    private static final int CONTROL = 0;
    private static final int INTERVAL = 4;
    private static final int COUNT = 8;
    private static final int ACKNOWLEDGE = 12;
    private static final int RUN = 1;
    private static final int PERIODIC = 2;
    private static final int ENABLE = 4;
    private static final int PENDING = 8;

    private final DeviceBench bench = timer();

    private static DeviceBench timer() {
        return DeviceBench.of(TimerTests.class, "/timer.yaml");
    }

    private void start(int mode, int interval) {
        bench.write(INTERVAL, 32, interval);
        bench.write(CONTROL, 32, mode | RUN);
    }

    @Test
    void interrupts_once_when_the_interval_is_over() {
        start(ENABLE, 5);
        bench.pass(4_999);
        assertThat(bench.raised("irq")).isFalse();
        bench.pass(1);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(bench.read(CONTROL, 32)).isEqualTo(ENABLE | PENDING);
        bench.write(ACKNOWLEDGE, 32, 0);
        assertThat(bench.raised("irq")).isFalse();
        assertThat(bench.awaitsTime()).isFalse();
    }

    @Test
    void interrupts_again_and_again_without_drift() {
        start(ENABLE | PERIODIC, 5);
        for (int i = 0; i < 10; i++) {
            bench.pass(5_000);
            assertThat(bench.raised("irq")).isTrue();
            bench.write(ACKNOWLEDGE, 32, 0);
        }
        assertThat(bench.now()).isEqualTo(50_000);
        assertThat(bench.read(COUNT, 32)).isEqualTo(5);
    }

    @Test
    void counts_down_and_rounds_up() {
        start(0, 5);
        assertThat(bench.read(COUNT, 32)).isEqualTo(5);
        bench.pass(1);
        assertThat(bench.read(COUNT, 32)).isEqualTo(5);
        bench.pass(1_000);
        assertThat(bench.read(COUNT, 32)).isEqualTo(4);
        bench.pass(100_000);
        assertThat(bench.read(COUNT, 32)).isZero();
    }

    @Test
    void stops_when_it_is_told_to() {
        start(ENABLE, 5);
        bench.write(CONTROL, 32, ENABLE);
        bench.pass(100_000);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void keeps_pending_from_being_written() {
        bench.write(CONTROL, 32, PENDING | ENABLE);
        assertThat(bench.read(CONTROL, 32)).isEqualTo(ENABLE);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void takes_an_interval_of_nothing_for_one_tick_and_the_largest_without_trouble() {
        start(PERIODIC, 0);
        assertThat(bench.read(COUNT, 32)).isEqualTo(1);
        bench.write(CONTROL, 32, 0);
        start(0, -1);
        assertThat(bench.read(COUNT, 32)).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void counts_in_the_resolution_of_the_machine_file() {
        DeviceBench slow =
                DeviceBench.of(TimerTests.class, "/timer.yaml", Optional.empty(), Map.of("resolution", "1 ms"));
        slow.write(INTERVAL, 32, 2);
        slow.write(CONTROL, 32, RUN | ENABLE);
        slow.pass(1_999_999);
        assertThat(slow.raised("irq")).isFalse();
        slow.pass(1);
        assertThat(slow.raised("irq")).isTrue();
    }

    @Test
    void goes_on_from_a_saved_state_at_the_same_time() {
        start(ENABLE, 5);
        bench.pass(2_000);
        DeviceBench copy = timer();
        copy.takeOver(bench);
        copy.pass(2_999);
        assertThat(copy.raised("irq")).isFalse();
        copy.pass(1);
        assertThat(copy.raised("irq")).isTrue();
    }
}
