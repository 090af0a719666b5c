package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Device;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtifTests {
    private static final int TOHOST = 0x100;
    private static final int FROMHOST = 0x140;
    private static final int BLOCK = 0x200;

    private final Bench bench = new Bench();
    private Device htif;

    @BeforeEach
    void plugIn() {
        bench.parameters.put("tohost", 0L);
        bench.parameters.put("fromhost", 0L);
        bench.parameters.put("poll", 1_000L);
        bench.symbols.put("tohost", (long) TOHOST);
        bench.symbols.put("fromhost", (long) FROMHOST);
        htif = new HtifModel().create(bench);
    }

    private void tell(long command) {
        bench.word(TOHOST, command);
        bench.pass(1_000);
    }

    @ParameterizedTest
    @CsvSource({"1, off 0", "3, off 1", "0x53, off 41"})
    void ends_the_machine_with_the_number_of_the_test_that_failed(String command, String end) {
        tell(Long.decode(command));
        assertThat(bench.powered).containsExactly(end);
        assertThat(bench.word(TOHOST)).isZero();
    }

    @Test
    void prints_a_character_for_the_console() {
        tell(1L << 56 | 1L << 48 | 'x');
        tell(1L << 56 | 1L << 48 | 'y');
        assertThat(bench.sent).hasToString("xy");
    }

    @Test
    void answers_a_read_when_a_character_has_come() {
        tell(1L << 56);
        assertThat(bench.word(FROMHOST)).isZero();
        bench.type("k");
        bench.pass(1_000);
        assertThat(bench.word(FROMHOST)).isEqualTo(1L << 56 | 0x100 | 'k');
    }

    private void systemCall(long number, long a, long b, long c) {
        bench.word(BLOCK, number);
        bench.word(BLOCK + 8, a);
        bench.word(BLOCK + 16, b);
        bench.word(BLOCK + 24, c);
        tell(BLOCK);
    }

    @Test
    void writes_a_text_and_answers_with_its_length() {
        bench.word(0x300, 0x0A6F6C6C6548L);
        systemCall(64, 1, 0x300, 6);
        assertThat(bench.sent).hasToString("Hello\n");
        assertThat(bench.word(BLOCK)).isEqualTo(6);
        assertThat(bench.word(FROMHOST)).isEqualTo(1);
    }

    @Test
    void ends_the_machine_by_the_system_call_too() {
        systemCall(93, 7, 0, 0);
        assertThat(bench.powered).containsExactly("off 7");
    }

    @ParameterizedTest
    @CsvSource({"64, 0x300, 0x7FFFFFFFFFFF, -14", "64, 0xFFFFFF, 8, -14", "9999, 0, 0, -38"})
    void refuses_texts_that_are_not_there_and_calls_it_does_not_know(
            int number, String at, String length, long result) {
        systemCall(number, 1, Long.decode(at), Long.decode(length));
        assertThat(bench.word(BLOCK)).isEqualTo(result);
        assertThat(bench.sent).isEmpty();
    }

    @Test
    void ignores_a_block_that_is_not_in_memory() {
        tell(0x7FFF_FFF0L);
        assertThat(bench.word(FROMHOST)).isZero();
        assertThat(bench.powered).isEmpty();
    }

    @Test
    void rests_if_the_program_has_no_such_variable() {
        bench.symbols.clear();
        bench.pass(10_000);
        assertThat(bench.timers()).isZero();
    }

    @Test
    void looks_at_the_addresses_it_is_given_before_symbols() {
        bench.parameters.put("tohost", 0x400L);
        bench.word(0x400, 1);
        bench.pass(1_000);
        assertThat(bench.powered).containsExactly("off 0");
    }

    @Test
    void looks_again_at_the_same_time_after_it_is_loaded() {
        bench.pass(300);
        Bench other = new Bench();
        other.parameters.putAll(bench.parameters);
        other.symbols.putAll(bench.symbols);
        other.time = 300;
        Device copy = new HtifModel().create(other);
        copy.load(htif.save());
        other.word(TOHOST, 1);
        other.pass(699);
        assertThat(other.powered).isEmpty();
        other.pass(1);
        assertThat(other.powered).containsExactly("off 0");
    }
}
