package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.StateTree;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Uart16550Tests {
    private static final int RBR = 0;
    private static final int THR = 0;
    private static final int IER = 1;
    private static final int IIR = 2;
    private static final int FCR = 2;
    private static final int LCR = 3;
    private static final int MCR = 4;
    private static final int LSR = 5;
    private static final int MSR = 6;
    private static final int SCR = 7;

    private final DeviceBench bench = uart(Map.of());

    private static DeviceBench uart(Map<String, String> settings) {
        return DeviceBench.of(Uart16550Tests.class, "/uart-16550.yaml", Optional.of(new Uart16550Model()), settings);
    }

    private long read(int register) {
        return bench.read(register, 8);
    }

    private void write(int register, long value) {
        bench.write(register, 8, value);
    }

    @Test
    void is_in_the_state_of_the_data_sheet_after_reset() {
        assertThat(read(IER)).isZero();
        assertThat(read(IIR)).isEqualTo(0x01);
        assertThat(read(LCR)).isZero();
        assertThat(read(MCR)).isZero();
        assertThat(read(LSR)).isEqualTo(0x60);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void sends_what_is_written_to_the_transmitter() {
        "Hi\n".chars().forEach(c -> write(THR, c));
        assertThat(bench.shown()).isEqualTo("Hi\n");
    }

    @Test
    void says_when_a_character_waits_and_hands_it_out_once() {
        assertThat(read(LSR) & 1).isZero();
        bench.type("A");
        assertThat(read(LSR) & 1).isEqualTo(1);
        assertThat(read(RBR)).isEqualTo('A');
        assertThat(read(LSR) & 1).isZero();
    }

    @Test
    void takes_input_that_is_there_before_anybody_listens() {
        bench.stream().lieReady('q');
        assertThat(read(LSR) & 1).isEqualTo(1);
        assertThat(read(RBR)).isEqualTo('q');
    }

    @Test
    void shows_the_divisor_in_place_of_data_and_interrupt_enable_while_DLAB_is_set() {
        write(LCR, 0x83);
        write(0, 0x34);
        write(1, 0x12);
        assertThat(read(0)).isEqualTo(0x34);
        assertThat(read(1)).isEqualTo(0x12);
        write(LCR, 0x03);
        assertThat(read(IER)).isZero();
        assertThat(bench.shown()).isEmpty();
    }

    @Test
    void interrupts_for_received_data_until_it_is_read() {
        write(IER, 1);
        bench.type("ab");
        assertThat(bench.raised("irq")).isTrue();
        assertThat(read(IIR)).isEqualTo(0x04);
        read(RBR);
        assertThat(bench.raised("irq")).isTrue();
        read(RBR);
        assertThat(bench.raised("irq")).isFalse();
        assertThat(read(IIR)).isEqualTo(0x01);
    }

    @ParameterizedTest
    @CsvSource({"0x01, 1", "0x41, 4", "0x81, 8", "0xC1, 14"})
    void interrupts_when_the_FIFO_reaches_its_trigger_level(String control, int level) {
        write(FCR, Integer.decode(control));
        write(IER, 1);
        for (int i = 1; i < level; i++) {
            bench.type("x");
        }
        assertThat(bench.raised("irq")).isFalse();
        bench.type("x");
        assertThat(bench.raised("irq")).isTrue();
        assertThat(read(IIR)).isEqualTo(0xC4);
    }

    @Test
    void interrupts_when_a_FIFO_below_its_trigger_level_rests_for_four_characters() {
        write(LCR, 0x83);
        write(0, 12);
        write(LCR, 0x03);
        write(FCR, 0xC1);
        write(IER, 1);
        bench.type("x");
        long fourCharacters = 4L * 10 * 16 * 12 * 1_000_000_000L / 1_843_200;
        bench.pass(fourCharacters - 1);
        assertThat(bench.raised("irq")).isFalse();
        bench.pass(1);
        assertThat(read(IIR)).isEqualTo(0xCC);
        read(RBR);
        assertThat(bench.raised("irq")).isFalse();
        assertThat(bench.awaitsTime()).isFalse();
    }

    @Test
    void interrupts_when_the_transmitter_is_empty_until_IIR_is_read_or_a_character_written() {
        write(IER, 2);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(read(IIR)).isEqualTo(0x02);
        assertThat(bench.raised("irq")).isFalse();
        assertThat(read(IIR)).isEqualTo(0x01);
        write(THR, 'x');
        assertThat(read(IIR)).isEqualTo(0x02);
    }

    @Test
    void puts_line_status_before_data_before_transmitter_before_modem() {
        write(MCR, 0x10);
        write(THR, 'a');
        write(THR, 'b');
        write(IER, 0x0F);
        assertThat(read(IIR)).isEqualTo(0x06);
        assertThat(read(LSR) & 0x02).isEqualTo(0x02);
        assertThat(read(IIR)).isEqualTo(0x04);
        assertThat(read(RBR)).isEqualTo('b');
        assertThat(read(IIR)).isEqualTo(0x02);
        assertThat(read(IIR)).isEqualTo(0x00);
        assertThat(read(MSR) & 0x0F).isEqualTo(0x0B);
        assertThat(read(IIR)).isEqualTo(0x01);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void returns_what_it_sends_in_loopback_and_keeps_it_from_the_line() {
        write(FCR, 1);
        write(MCR, 0x10);
        "loop".chars().forEach(c -> write(THR, c));
        assertThat(bench.shown()).isEmpty();
        StringBuilder back = new StringBuilder();
        while ((read(LSR) & 1) != 0) {
            back.append((char) read(RBR));
        }
        assertThat(back).hasToString("loop");
    }

    @Test
    void case_1_drops_what_overruns_a_full_FIFO_and_says_so_once() {
        write(FCR, 1);
        write(MCR, 0x10);
        for (int i = 0; i < 17; i++) {
            write(THR, 'a' + i);
        }
        assertThat(read(LSR) & 0x02).isEqualTo(0x02);
        assertThat(read(LSR) & 0x02).isZero();
        assertThat(read(RBR)).isEqualTo('a');
    }

    @ParameterizedTest
    @CsvSource({"0x11, 0x20", "0x12, 0x10", "0x14, 0x40", "0x18, 0x80"})
    void connects_modem_outputs_to_inputs_in_loopback(String outputs, String inputs) {
        write(MCR, Integer.decode(outputs));
        assertThat(read(MSR) & 0xF0).isEqualTo((long) Integer.decode(inputs));
    }

    @Test
    void notes_the_trailing_edge_of_the_ring_indicator_alone() {
        write(MCR, 0x10);
        read(MSR);
        write(MCR, 0x14);
        assertThat(read(MSR) & 0x0F).isZero();
        write(MCR, 0x10);
        assertThat(read(MSR) & 0x0F).isEqualTo(0x04);
    }

    @Test
    void keeps_what_comes_before_the_guest_has_set_up_its_FIFO() {
        bench.type("early");
        write(FCR, 7);
        write(IER, 1);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(read(RBR)).isEqualTo('e');
    }

    @Test
    void case_1_leaves_further_input_on_the_line_while_the_FIFO_is_full() {
        write(FCR, 1);
        write(IER, 1);
        bench.type("0123456789abcdefXYZ");
        assertThat(bench.stream().unread()).isEqualTo(3);
        StringBuilder all = new StringBuilder();
        while ((read(LSR) & 1) != 0) {
            all.append((char) read(RBR));
        }
        assertThat(all).hasToString("0123456789abcdefXYZ");
    }

    @Test
    void spreads_its_registers_by_the_stride_and_answers_accesses_of_every_width() {
        DeviceBench wide = uart(Map.of("stride", "4"));
        wide.write(4 * SCR, 32, 0xFFFF_FFA5L);
        assertThat(wide.read(4 * SCR, 32)).isEqualTo(0xA5);
        assertThat(wide.read(4 * SCR + 1, 8)).isZero();
        bench.write(LCR, 16, 0x0103);
        assertThat(bench.read(LCR, 16)).isEqualTo(0x0103);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void case_3_survives_every_access_a_hostile_guest_can_think_of(long seed) {
        Random random = new Random(seed);
        assertThatCode(() -> play(bench, random, 20_000)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void goes_on_from_a_saved_state_as_if_nothing_had_happened(long seed) {
        play(bench, new Random(seed), 1_000);
        bench.forgetInput();
        DeviceBench other = uart(Map.of());
        other.takeOver(bench);
        assertThat(other.save()).isEqualTo(bench.save());
        assertThat(play(other, new Random(-seed), 1_000)).isEqualTo(play(bench, new Random(-seed), 1_000));
    }

    /** Random accesses, input and time; what the guest saw. */
    private static String play(DeviceBench bench, Random random, int steps) {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            int width = 8 << random.nextInt(4);
            int offset = random.nextInt(9 - width / 8 > 0 ? 9 - width / 8 : 1);
            switch (random.nextInt(4)) {
                case 0 -> bench.write(offset, width, random.nextLong() & (-1L >>> (64 - width)));
                case 1 -> bench.type("k");
                case 2 -> bench.pass(random.nextInt(1_000_000));
                default -> seen.append(bench.read(offset, width)).append(bench.raised("irq") ? '!' : ' ');
            }
        }
        return seen.toString();
    }

    @Test
    void refuses_a_state_that_cannot_be_and_stays_as_it_was() {
        write(SCR, 0x55);
        StateTree good = bench.save();
        StateTree bad = good.with("receiver", good.tree("receiver").with("queue", new byte[17]));
        assertThatThrownBy(() -> bench.load(bad.with("scr", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.load(StateTree.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.save()).isEqualTo(good);
    }
}
