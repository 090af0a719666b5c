package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtifTests {
    private static final int TOHOST = 0x100;
    private static final int FROMHOST = 0x140;
    private static final int BLOCK = 0x200;
    private static final long POLL = 100_000;

    private final DeviceBench bench = htif(Map.of());

    private static DeviceBench htif(Map<String, String> settings) {
        DeviceBench bench = DeviceBench.of(HtifTests.class, "/htif.yaml", Optional.of(new HtifModel()), settings);
        bench.symbol("tohost", TOHOST);
        bench.symbol("fromhost", FROMHOST);
        return bench;
    }

    private void tell(long command) {
        bench.memory().word(TOHOST, command);
        bench.pass(POLL);
    }

    @ParameterizedTest
    @CsvSource({"1, off 0", "3, off 1", "0x53, off 41"})
    void ends_the_machine_with_the_number_of_the_test_that_failed(String command, String end) {
        tell(Long.decode(command));
        assertThat(bench.power()).isEqualTo(end);
        assertThat(bench.memory().word(TOHOST)).isZero();
    }

    @Test
    void prints_a_character_for_the_console() {
        tell(1L << 56 | 1L << 48 | 'x');
        tell(1L << 56 | 1L << 48 | 'y');
        assertThat(bench.shown()).isEqualTo("xy");
    }

    @Test
    void answers_a_read_when_a_character_has_come() {
        tell(1L << 56);
        assertThat(bench.memory().word(FROMHOST)).isZero();
        bench.type("k");
        bench.pass(POLL);
        assertThat(bench.memory().word(FROMHOST)).isEqualTo(1L << 56 | 0x100 | 'k');
    }

    private void systemCall(long number, long a, long b, long c) {
        bench.memory().word(BLOCK, number);
        bench.memory().word(BLOCK + 8, a);
        bench.memory().word(BLOCK + 16, b);
        bench.memory().word(BLOCK + 24, c);
        tell(BLOCK);
    }

    @Test
    void writes_a_text_and_answers_with_its_length() {
        bench.memory().word(0x300, 0x0A6F6C6C6548L);
        systemCall(64, 1, 0x300, 6);
        assertThat(bench.shown()).isEqualTo("Hello\n");
        assertThat(bench.memory().word(BLOCK)).isEqualTo(6);
        assertThat(bench.memory().word(FROMHOST)).isEqualTo(1);
    }

    @Test
    void ends_the_machine_by_the_system_call_too() {
        systemCall(93, 7, 0, 0);
        assertThat(bench.power()).isEqualTo("off 7");
    }

    @ParameterizedTest
    @CsvSource({"64, 0x300, 0x7FFFFFFFFFFF, -14", "64, 0xFFFFFF, 8, -14", "9999, 0, 0, -38"})
    void refuses_texts_that_are_not_there_and_calls_it_does_not_know(
            int number, String at, String length, long result) {
        systemCall(number, 1, Long.decode(at), Long.decode(length));
        assertThat(bench.memory().word(BLOCK)).isEqualTo(result);
        assertThat(bench.shown()).isEmpty();
    }

    @Test
    void ignores_a_block_that_is_not_in_memory() {
        tell(0x7FFF_FFF0L);
        assertThat(bench.memory().word(FROMHOST)).isZero();
        assertThat(bench.power()).isEmpty();
    }

    @Test
    void rests_if_the_program_has_no_such_variable() {
        DeviceBench alone = DeviceBench.of(HtifTests.class, "/htif.yaml", Optional.of(new HtifModel()), Map.of());
        alone.pass(10 * POLL);
        assertThat(alone.awaitsTime()).isFalse();
    }

    @Test
    void looks_at_the_addresses_it_is_given_before_symbols() {
        DeviceBench elsewhere = htif(Map.of("tohost", "0x400"));
        elsewhere.memory().word(0x400, 1);
        elsewhere.pass(POLL);
        assertThat(elsewhere.power()).isEqualTo("off 0");
    }

    @Test
    void looks_again_at_the_same_time_after_it_is_loaded() {
        bench.pass(300);
        DeviceBench copy = htif(Map.of());
        copy.takeOver(bench);
        copy.memory().word(TOHOST, 1);
        copy.pass(POLL - 301);
        assertThat(copy.power()).isEmpty();
        copy.pass(1);
        assertThat(copy.power()).isEqualTo("off 0");
    }
}
