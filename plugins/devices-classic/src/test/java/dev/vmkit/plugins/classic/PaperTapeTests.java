package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchStore;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperTapeTests {
    private static final int DATA = 0;
    private static final int STATUS = 1;
    private static final int READ = 0x80;
    private static final int PUNCHED = 0x40;
    private static final int END = 2;
    private static final int MILLI = 1_000_000;

    private static DeviceBench with(String tape) {
        return DeviceBench.of(
                PaperTapeTests.class,
                "/paper-tape.yaml",
                Optional.empty(),
                Map.of(),
                Map.of("tape", BenchStore.of(tape)));
    }

    @Test
    void a_row_comes_a_millisecond_after_the_one_before_was_taken() {
        DeviceBench bench = with("hi");
        assertThat(bench.read(STATUS, 8)).isEqualTo(PUNCHED);
        bench.pass(MILLI);
        assertThat(bench.read(STATUS, 8)).isEqualTo(READ | PUNCHED);
        bench.pass(5 * MILLI);
        assertThat(bench.read(DATA, 8)).isEqualTo('h');
        assertThat(bench.read(DATA, 8)).as("the next is still coming").isEqualTo('h');
        bench.pass(MILLI);
        assertThat(bench.read(DATA, 8)).isEqualTo('i');
        assertThat(bench.read(STATUS, 8)).isEqualTo(PUNCHED | END);
        bench.pass(MILLI);
        assertThat(bench.read(STATUS, 8)).isEqualTo(PUNCHED | END);
    }

    @Test
    void a_reader_without_a_tape_is_at_its_end() {
        assertThat(DeviceBench.of(getClass(), "/paper-tape.yaml").read(STATUS, 8))
                .isEqualTo(PUNCHED | END);
    }

    @Test
    void the_punch_takes_a_row_in_nine_milliseconds_and_none_meanwhile() {
        DeviceBench bench = with("");
        bench.write(DATA, 8, 'a');
        bench.write(DATA, 8, 'b');
        assertThat(bench.read(STATUS, 8)).isEqualTo(END);
        bench.pass(9 * MILLI);
        bench.write(DATA, 8, 'c');
        assertThat(bench.shown()).isEqualTo("ac");
    }

    @Test
    void both_interrupt_while_they_are_allowed_to() {
        DeviceBench bench = with("h");
        assertThat(bench.raised("irq")).isFalse();
        bench.write(STATUS, 8, 1);
        assertThat(bench.raised("irq")).isTrue();
        bench.write(DATA, 8, 'a');
        assertThat(bench.raised("irq")).isFalse();
        bench.pass(MILLI);
        assertThat(bench.raised("irq")).as("a row was read").isTrue();
        bench.read(DATA, 8);
        assertThat(bench.raised("irq")).isFalse();
        bench.pass(8 * MILLI);
        assertThat(bench.raised("irq")).as("a row was punched").isTrue();
        bench.write(STATUS, 8, 0);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void a_saved_reader_goes_on_at_the_same_row() {
        DeviceBench bench = with("abc");
        bench.pass(MILLI);
        bench.read(DATA, 8);
        DeviceBench other = with("abc");
        other.takeOver(bench);
        other.pass(MILLI);
        assertThat(other.read(DATA, 8)).isEqualTo('b');
    }
}
