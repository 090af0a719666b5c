package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuzzerTests {
    private static final int SECOND = 8;
    private static final int PITCH = 16;
    private static final int GATE = 17;

    private final DeviceBench bench = DeviceBench.of(getClass(), "/buzzer.yaml");

    @Test
    void sounds_while_its_gate_or_its_input_is_open() {
        assertThat(bench.hear().isSilent()).isTrue();
        bench.write(GATE, 8, 1);
        bench.line(1, true);
        assertThat(bench.hear().isSilent()).isFalse();
        bench.write(GATE, 8, 0);
        assertThat(bench.hear().isSilent()).isFalse();
        bench.line(1, false);
        assertThat(bench.hear().isSilent()).isTrue();
    }

    @Test
    void plays_500_Hz_until_it_is_told_otherwise_and_then_the_pattern() {
        bench.line(1, true);
        assertThat(bench.hear().first()).isEqualTo(0xF0F0_F0F0_F0F0_F0F0L);
        assertThat(bench.hear().nanos()).isEqualTo(249_999);
        bench.write(0, 8, 0x12);
        bench.write(SECOND + 7, 8, 0x34);
        assertThat(bench.hear().first()).isEqualTo(0x12F0_F0F0_F0F0_F0F0L);
        assertThat(bench.hear().second()).isEqualTo(0xF0F0_F0F0_F0F0_F034L);
    }

    @ParameterizedTest
    @CsvSource({"0, 629960", "16, 500000", "112, 125000", "255, 15852"})
    void a_pitch_of_48_more_is_an_octave_higher(int pitch, long nanos) {
        bench.write(GATE, 8, 1);
        bench.write(PITCH, 8, pitch);
        assertThat(bench.hear().nanos()).isBetween(nanos - 1, nanos);
    }
}
