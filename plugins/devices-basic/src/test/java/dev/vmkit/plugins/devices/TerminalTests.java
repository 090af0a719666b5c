package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;

class TerminalTests {
    private static final int STATUS = 0;
    private static final int DATA = 1;
    private static final int READY = 0x01;
    private static final int ENABLE = 0x40;

    private final DeviceBench bench = DeviceBench.of(getClass(), "/terminal.yaml");

    @Test
    void shows_what_is_written() {
        "Hi".chars().forEach(c -> bench.write(DATA, 8, c));
        assertThat(bench.shown()).isEqualTo("Hi");
    }

    @Test
    void hands_out_keys_one_at_a_time() {
        assertThat(bench.read(STATUS, 8)).isZero();
        bench.type("ab");
        assertThat(bench.read(STATUS, 8)).isEqualTo(READY);
        assertThat(bench.read(DATA, 8)).isEqualTo('a');
        assertThat(bench.read(STATUS, 8)).isEqualTo(READY);
        assertThat(bench.read(DATA, 8)).isEqualTo('b');
        assertThat(bench.read(DATA, 8)).isZero();
        assertThat(bench.read(STATUS, 8)).isZero();
    }

    @Test
    void finds_a_key_that_nobody_told_it_of() {
        bench.stream().lieReady('q');
        assertThat(bench.read(STATUS, 8)).isEqualTo(READY);
        assertThat(bench.read(DATA, 8)).isEqualTo('q');
    }

    @Test
    void interrupts_while_a_key_waits_if_that_is_enabled() {
        bench.type("a");
        assertThat(bench.raised("irq")).isFalse();
        bench.write(STATUS, 8, ENABLE);
        assertThat(bench.raised("irq")).isTrue();
        bench.read(DATA, 8);
        assertThat(bench.raised("irq")).isFalse();
        bench.type("b");
        assertThat(bench.raised("irq")).isTrue();
        bench.reset();
        assertThat(bench.raised("irq")).isFalse();
    }
}
