package dev.vmkit.plugins.devices.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldfishRtcTests {
    private static final long SECOND = 1_000_000_000;

    private final DeviceBench bench = Devices.bench("goldfish-rtc", Map.of("time", "1000"));

    private long time() {
        long low = bench.read(0, 32);
        return bench.read(4, 32) << 32 | low;
    }

    private void write(int high, int low, long value) {
        bench.write(high, 32, value >>> 32);
        bench.write(low, 32, value & 0xFFFF_FFFFL);
    }

    private void alarm(long at) {
        write(0xC, 8, at);
    }

    @Test
    void goes_on_from_the_time_of_power_on_by_virtual_time() {
        assertThat(time()).isEqualTo(1000 * SECOND);
        bench.pass(5 * SECOND);
        assertThat(time()).isEqualTo(1005 * SECOND);
        DeviceBench other = Devices.bench("goldfish-rtc");
        long low = other.read(0, 32);
        long nanos = other.read(4, 32) << 32 | low;
        assertThat(Instant.ofEpochSecond(0, nanos)).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void reading_the_low_half_fixes_the_high_one() {
        bench.pass(294_967_295L);
        long high = bench.read(4, 32);
        bench.read(0, 32);
        long fixed = bench.read(4, 32);
        bench.pass(10 * SECOND);
        assertThat(bench.read(4, 32)).isEqualTo(fixed).isNotEqualTo(high);
    }

    @Test
    void can_be_set() {
        write(4, 0, 0x1234_5678_9ABC_DEF0L);
        assertThat(time()).isEqualTo(0x1234_5678_9ABC_DEF0L);
        bench.pass(16);
        assertThat(time()).isEqualTo(0x1234_5678_9ABC_DF00L);
    }

    @Test
    void the_alarm_interrupts_when_its_time_has_come_if_it_may() {
        bench.write(0x10, 32, 1);
        alarm(1002 * SECOND);
        assertThat(bench.read(0x18, 32)).isEqualTo(1);
        bench.pass(2 * SECOND - 1);
        assertThat(bench.raised("irq")).isFalse();
        bench.pass(1);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(bench.read(0x18, 32)).isZero();
        bench.write(0x10, 32, 0);
        assertThat(bench.raised("irq")).isFalse();
        bench.write(0x10, 32, 1);
        assertThat(bench.raised("irq")).isTrue();
        bench.write(0x1C, 32, 0);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void an_alarm_that_has_passed_goes_off_at_once_and_one_that_is_cleared_never() {
        bench.write(0x10, 32, 1);
        alarm(999 * SECOND);
        assertThat(bench.raised("irq")).isTrue();
        bench.write(0x1C, 32, 1);
        alarm(1001 * SECOND);
        bench.write(0x14, 32, 1);
        bench.pass(10 * SECOND);
        assertThat(bench.raised("irq")).isFalse();
        assertThat(bench.read(0x18, 32)).isZero();
    }

    @Test
    void the_alarm_moves_with_a_clock_that_is_set() {
        bench.write(0x10, 32, 1);
        alarm(5000 * SECOND);
        write(4, 0, 4999 * SECOND);
        bench.pass(SECOND - 1);
        assertThat(bench.raised("irq")).isFalse();
        bench.pass(1);
        assertThat(bench.raised("irq")).isTrue();
    }

    @Test
    void an_alarm_at_the_end_of_time_harms_nobody() {
        alarm(-1);
        assertThat(bench.read(0x18, 32)).isEqualTo(1);
        bench.pass(SECOND);
        assertThat(bench.read(0x18, 32)).isEqualTo(1);
    }
}
