package dev.vmkit.machine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.StateTree;
import dev.vmkit.api.Surface.Picture;
import dev.vmkit.machine.board.Loudspeaker;
import dev.vmkit.machine.memory.AccessFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedDeviceTests {
    private final DeviceRig rig = new DeviceRig();

    private RunningDevice device(String rest) {
        return rig.scripted("device: thing\nsize: 16\nparameters: { depth: {} }\n" + rest);
    }

    private static long read(RunningDevice device, long offset, int width) {
        return device.window().read(offset, width);
    }

    private static void write(RunningDevice device, long offset, int width, long value) {
        device.window().write(offset, width, value);
    }

    @Test
    void keeps_what_is_written_to_a_register_in_the_bits_that_are_writable() {
        RunningDevice device = device("registers: { A: { at: 0, width: 32, reset: 0xF0, writable: 0xFF00 } }");
        assertThat(read(device, 0, 32)).isEqualTo(0xF0);
        write(device, 0, 32, 0xFFFF_FFFFL);
        assertThat(read(device, 0, 32)).isEqualTo(0xFFF0);
    }

    @Test
    void reads_parts_of_a_register_and_several_registers_at_once_in_its_byte_order() {
        String registers =
                "registers: { A: { at: 0, width: 32, reset: 0x11223344 }, B: { at: 4, width: 16, reset: 0x5566 } }";
        RunningDevice little = device(registers);
        assertThat(read(little, 1, 8)).isEqualTo(0x33);
        assertThat(read(little, 2, 32)).isEqualTo(0x5566_1122L);
        RunningDevice big = device("byte-order: big\n" + registers);
        assertThat(read(big, 1, 8)).isEqualTo(0x22);
        assertThat(read(big, 2, 32)).isEqualTo(0x3344_5566L);
    }

    @Test
    void writes_a_part_of_a_register_and_leaves_the_rest() {
        RunningDevice device = device("registers: { A: { at: 0, width: 32, reset: 0x11223344 } }");
        write(device, 1, 16, 0xAABB);
        assertThat(read(device, 0, 32)).isEqualTo(0x11AA_BB44L);
    }

    @Test
    void shows_what_its_registers_say_to_whoever_looks() {
        RunningDevice device = device("""
            connects: { lamps: { kind: surface } }
            registers: { A: { at: 0 } }
            on-look: "lamps_size(8, 2); for x in 0..7 { if (A >> x)[0] { lamps_fill(x, 1, 1, 9, 0xFF8000) } }"
            """);
        write(device, 0, 8, 0x84);
        Picture picture = rig.lamps.look().orElseThrow();
        assertThat(picture.width()).isEqualTo(8);
        assertThat(picture.height()).isEqualTo(2);
        assertThat(picture.at(2, 1)).isEqualTo(0xFF8000);
        assertThat(picture.at(3, 1)).isZero();
        assertThat(picture.at(2, 0)).isZero();
    }

    @Test
    void shows_the_nearest_picture_that_can_be_if_a_guest_asks_for_another() {
        RunningDevice device = device("""
            connects: { lamps: { kind: surface } }
            registers: { A: { at: 0, width: 16 } }
            on-look: "lamps_size(A, A); lamps_fill(A, A, A, A, 1)"
            """);
        assertThat(rig.lamps.look().orElseThrow().width()).isEqualTo(1);
        write(device, 0, 16, 0xFFFF);
        assertThat(rig.lamps.look().orElseThrow().height()).isEqualTo(Picture.LONGEST);
    }

    @Test
    void reads_zero_between_registers_and_where_a_register_is_write_only() {
        RunningDevice device = device("registers: { A: { at: 4, access: wo, reset: 0xFF } }");
        assertThat(read(device, 0, 64)).isZero();
        write(device, 8, 64, -1);
    }

    @Test
    void runs_on_read_before_and_on_write_after_with_both_values() {
        RunningDevice device = device("""
            registers:
              COUNT: { at: 0, access: ro, on-read: "COUNT = COUNT + 1" }
              SET: { at: 1, on-write: "SUM = v + old" }
              SUM: { at: 2 }
            """);
        assertThat(read(device, 0, 8)).isEqualTo(1);
        assertThat(read(device, 0, 8)).isEqualTo(2);
        write(device, 1, 8, 5);
        write(device, 1, 8, 7);
        assertThat(read(device, 2, 8)).isEqualTo(12);
    }

    @Test
    void sees_parameters_as_numbers() {
        RunningDevice device = device("registers: { A: { at: 0, on-read: 'A = depth' } }");
        assertThat(read(device, 0, 8)).isEqualTo(3);
    }

    @Test
    void keeps_hidden_state_in_arrays_too() {
        RunningDevice device = device("""
            registers:
              PUSH: { at: 0, access: wo, on-write: "stack[top] = v; top = top + 1" }
              POP: { at: 0, access: ro, on-read: "top = top - 1; POP = stack[top]" }
            state:
              stack: { width: 8, count: 16 }
              top: 4
            """);
        write(device, 0, 8, 1);
        write(device, 0, 8, 2);
        assertThat(read(device, 0, 8)).isEqualTo(2);
        assertThat(read(device, 0, 8)).isEqualTo(1);
    }

    @Test
    void has_one_timer_that_a_later_wish_moves() {
        RunningDevice device = device("""
            registers:
              START: { at: 0, width: 32, access: wo, on-write: "timer_after(zext(v))" }
              RINGS: { at: 4 }
            on-timer: "RINGS = RINGS + 1"
            """);
        write(device, 0, 32, 100);
        write(device, 0, 32, 300);
        rig.clock.skipTo(299);
        rig.clock.runDue();
        assertThat(read(device, 4, 8)).isZero();
        rig.clock.skipTo(300);
        rig.clock.runDue();
        assertThat(read(device, 4, 8)).isEqualTo(1);
        assertThat(rig.clock.hasEvent()).isFalse();
    }

    @Test
    void is_heard_until_it_is_silent_and_again_after_a_load() {
        String yaml = """
            connects: { speaker: { kind: sound } }
            registers:
              PLAY: { at: 0, width: 32, access: wo, on-write: "speaker_play(1, 0x8000000000000000, zext(v))" }
              STOP: { at: 4, access: wo, on-write: speaker_silence() }
            """;
        RunningDevice device = device(yaml);
        rig.clock.skipTo(70);
        write(device, 0, 32, 10);
        Loudspeaker.Tone tone = rig.speaker.tone();
        assertThat(tone).isEqualTo(new Loudspeaker.Tone(70, 1, Long.MIN_VALUE, 10));
        assertThat(List.of(tone.bit(70), tone.bit(699), tone.bit(700), tone.bit(719), tone.bit(720)))
                .containsExactly(false, false, true, true, false);
        assertThat(tone.bit(1980))
                .as("the first sample again is no, the 64th yes")
                .isTrue();
        StateTree loud = device.save();
        write(device, 4, 8, 0);
        assertThat(rig.speaker.tone().isSilent()).isTrue();
        StateTree quiet = device.save();
        device.load(loud);
        assertThat(rig.speaker.tone()).isEqualTo(tone);
        assertThat(device.save()).isEqualTo(loud);
        device.load(quiet);
        assertThat(rig.speaker.tone().isSilent()).isTrue();
        StateTree bent = loud.with("sound speaker", loud.tree("sound speaker").with("nanos", -1));
        assertThatThrownBy(() -> device.load(bent)).isInstanceOf(IllegalArgumentException.class);
        assertThat(device.save()).isEqualTo(quiet);
    }

    @Test
    void reads_the_bytes_of_its_store_and_finds_none_behind_them() {
        RunningDevice device = device("""
            connects: { tape: { kind: store } }
            registers:
              AT: { at: 0, width: 64, access: wo, on-write: "BYTE = tape_byte(v)" }
              BYTE: { at: 8, width: 16, access: ro }
            """);
        for (long at : new long[] {0, 2, 3, -1, Long.MIN_VALUE}) {
            write(device, 0, 64, at);
            assertThat(read(device, 8, 16)).isEqualTo(at >= 0 && at < 3 ? 0xF0 + at : 0xFFFF);
        }
        rig.tape.broken = true;
        write(device, 0, 64, 0);
        assertThat(read(device, 8, 16)).isEqualTo(0xFFFF);
    }

    @Test
    void knows_EBCDIC_in_both_directions() {
        RunningDevice device = device("""
            registers:
              CODE: { at: 0, on-write: "BACK = from_ebcdic(to_ebcdic(v)); CODE = to_ebcdic(v)" }
              BACK: { at: 1, access: ro }
            """);
        write(device, 0, 8, 'A');
        assertThat(read(device, 0, 8)).isEqualTo(0xC1);
        for (int character = 0; character < 256; character++) {
            write(device, 0, 8, character);
            assertThat(read(device, 1, 8)).isEqualTo(character);
        }
    }

    @Test
    void plays_the_longest_or_shortest_sample_where_none_is_so_long_or_short() {
        RunningDevice device = device("""
            connects: { speaker: { kind: sound } }
            registers: { PLAY: { at: 0, width: 64, access: wo, on-write: "speaker_play(1, 0, v)" } }
            """);
        write(device, 0, 64, 0);
        assertThat(rig.speaker.tone().nanos()).isEqualTo(1);
        write(device, 0, 64, -1);
        assertThat(rig.speaker.tone().nanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void answers_only_the_widths_it_declares_within_its_size() {
        RunningDevice device = device("widths: [16, 32]\nregisters: { A: { at: 0, width: 32 } }");
        assertThatThrownBy(() -> read(device, 0, 8)).isInstanceOf(AccessFault.class);
        assertThatThrownBy(() -> read(device, 14, 32)).isInstanceOf(AccessFault.class);
        assertThatThrownBy(() -> write(device, -1, 16, 0)).isInstanceOf(AccessFault.class);
        assertThat(read(device, 12, 32)).isZero();
    }

    @Test
    void goes_back_to_its_reset_values_and_forgets_its_timer() {
        RunningDevice device = device("""
            registers: { A: { at: 0, reset: 7, on-write: "timer_after(50)" } }
            on-reset: "seen = A"
            state: { seen: 8 }
            """);
        write(device, 0, 8, 1);
        device.reset();
        assertThat(read(device, 0, 8)).isEqualTo(7);
        assertThat(device.save().tree("registers").number("seen")).isEqualTo(7);
        assertThat(rig.clock.hasEvent()).isFalse();
    }

    @Test
    void refuses_a_saved_state_whose_values_do_not_fit() {
        RunningDevice device = device("registers: { A: { at: 0 } }");
        StateTree good = device.save();
        StateTree wide = good.with("registers", good.tree("registers").with("A", 256));
        assertThatThrownBy(() -> device.load(wide)).hasMessage("A has 8 bits");
        assertThatThrownBy(() -> device.load(StateTree.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(device.save()).isEqualTo(good);
    }
}
