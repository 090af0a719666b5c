package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealTimeClockTests {
    private static final int CONTROL = 8;
    private static final int ALARM_SECOND = 9;
    private static final int ALARM_HOUR = 11;
    private static final int HOLD = 1;
    private static final int ALARM = 2;
    private static final int RANG = 0x80;
    private static final long SECOND = 1_000_000_000;

    private static DeviceBench at(String date) {
        long seconds = LocalDateTime.parse(date).toEpochSecond(ZoneOffset.UTC);
        return DeviceBench.of(
                RealTimeClockTests.class,
                "/real-time-clock.yaml",
                Optional.empty(),
                Map.of("time", Long.toString(seconds)));
    }

    private static String date(DeviceBench clock) {
        return LocalDateTime.of(
                        (int) clock.read(5, 16),
                        (int) clock.read(4, 8),
                        (int) clock.read(3, 8),
                        (int) clock.read(2, 8),
                        (int) clock.read(1, 8),
                        (int) clock.read(0, 8))
                + " "
                + DayOfWeek.of((int) (clock.read(7, 8) + 6) % 7 + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:01",
                "1999-12-31T23:59:59",
                "2000-02-29T12:00:01",
                "2000-03-01T00:00:01",
                "2026-11-26T13:45:59",
                "2100-02-28T23:59:59",
                "2100-03-01T00:00:01",
                "2255-01-01T01:01:01"
            })
    void the_calendar_is_everybody_elses(String date) {
        assertThat(date(at(date)))
                .isEqualTo(date + " " + LocalDateTime.parse(date).getDayOfWeek());
    }

    @Test
    void a_second_is_one_of_virtual_time() {
        DeviceBench clock = at("2023-12-31T23:59:58");
        clock.pass(2 * SECOND);
        assertThat(date(clock)).isEqualTo("2024-01-01T00:00 MONDAY");
    }

    @Test
    void it_stands_still_while_it_is_held() {
        DeviceBench clock = at("2023-12-31T23:59:58");
        clock.write(CONTROL, 8, HOLD);
        clock.pass(90 * SECOND);
        assertThat(date(clock)).isEqualTo("2023-12-31T23:59:58 SUNDAY");
        clock.write(CONTROL, 8, 0);
        assertThat(date(clock)).isEqualTo("2024-01-01T00:01:28 MONDAY");
    }

    @Test
    void the_alarm_goes_off_every_day_until_it_is_switched_off() {
        DeviceBench clock = at("2023-12-31T23:59:58");
        clock.pass(SECOND / 2);
        clock.write(ALARM_SECOND, 8, 3);
        clock.write(CONTROL, 8, ALARM);
        clock.pass(4 * SECOND);
        assertThat(clock.raised("irq")).isFalse();
        clock.pass(SECOND / 2);
        assertThat(clock.raised("irq")).isTrue();
        assertThat(clock.read(CONTROL, 8)).isEqualTo(RANG | ALARM);
        clock.write(CONTROL, 8, ALARM);
        assertThat(clock.raised("irq")).isFalse();
        clock.pass(86_400 * SECOND);
        assertThat(date(clock)).isEqualTo("2024-01-02T00:00:03 TUESDAY");
        assertThat(clock.raised("irq")).isTrue();
        clock.write(CONTROL, 8, 0);
        clock.pass(86_400 * SECOND);
        assertThat(clock.raised("irq")).isFalse();
    }

    @Test
    void an_alarm_at_no_time_of_a_day_never_goes_off() {
        DeviceBench clock = at("2023-12-31T23:59:58");
        clock.write(ALARM_HOUR, 8, 24);
        clock.write(CONTROL, 8, ALARM);
        assertThat(clock.awaitsTime()).isFalse();
    }
}
