package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterruptControllerTests {
    private static final int PENDING = 0;
    private static final int MASK = 1;
    private static final int SERVED = 2;
    private static final int ACKNOWLEDGE = 3;
    private static final int END = 4;
    private static final int NONE = 0xFF;

    private final DeviceBench bench = with("false");

    private static DeviceBench with(String edge) {
        DeviceBench bench = DeviceBench.of(
                InterruptControllerTests.class, "/interrupt-controller.yaml", Optional.empty(), Map.of("edge", edge));
        bench.write(MASK, 8, 0);
        return bench;
    }

    @Test
    void the_lowest_number_is_served_first() {
        bench.line(5, true);
        bench.line(2, true);
        assertThat(bench.read(PENDING, 8)).isEqualTo(0x24);
        assertThat(bench.read(ACKNOWLEDGE, 8)).isEqualTo(2);
        assertThat(bench.read(SERVED, 8)).isEqualTo(4);
        assertThat(bench.raised("irq")).as("5 has to wait").isFalse();
        bench.line(2, false);
        bench.write(END, 8, 0);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(bench.read(ACKNOWLEDGE, 8)).isEqualTo(5);
    }

    @Test
    void a_more_urgent_one_comes_between() {
        bench.line(5, true);
        bench.read(ACKNOWLEDGE, 8);
        bench.line(6, true);
        assertThat(bench.raised("irq")).isFalse();
        bench.line(0, true);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(bench.read(ACKNOWLEDGE, 8)).isZero();
        assertThat(bench.read(SERVED, 8)).isEqualTo(0x21);
        bench.write(END, 8, 0);
        assertThat(bench.read(SERVED, 8)).isEqualTo(0x20);
    }

    @Test
    void who_is_masked_is_not_heard_until_it_is_not() {
        bench.write(MASK, 8, 8);
        bench.line(3, true);
        assertThat(bench.raised("irq")).isFalse();
        assertThat(bench.read(ACKNOWLEDGE, 8)).isEqualTo(NONE);
        assertThat(bench.read(SERVED, 8)).isZero();
        bench.write(MASK, 8, 0);
        assertThat(bench.raised("irq")).isTrue();
    }

    @Test
    void a_line_asks_as_long_as_it_is_raised() {
        bench.line(1, true);
        bench.read(ACKNOWLEDGE, 8);
        bench.write(END, 8, 0);
        assertThat(bench.raised("irq")).isTrue();
        bench.line(1, false);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void an_edge_asks_once() {
        DeviceBench edges = with("true");
        edges.line(1, true);
        edges.line(1, false);
        assertThat(edges.read(ACKNOWLEDGE, 8)).isEqualTo(1);
        edges.write(END, 8, 0);
        assertThat(edges.raised("irq")).isFalse();
        assertThat(edges.read(ACKNOWLEDGE, 8)).isEqualTo(NONE);
    }
}
