package dev.vmkit.plugins.z80;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interrupts, between instructions (Zilog UM0080, "Interrupt Response"). */
class InterruptTests {
    private static final int NMI = 256;

    private static Z80 z80(String source) {
        Z80 z80 = new Z80("z80", source);
        z80.set("SP", 0x8000);
        return z80;
    }

    @ParameterizedTest
    @CsvSource({"0, 0xD7, 0x10, 13", "1, 0xD7, 0x38, 13", "2, 0x20, 0x4321, 19"})
    void the_mode_decides_where_an_interrupt_leads(int mode, int data, int target, int cycles) {
        Z80 z80 = z80("nop\n nop\n .org 0x3020\n .half 0x4321");
        z80.set("I", 0x30);
        z80.set("IM", mode);
        z80.set("IFF1", 1);
        z80.set("IFF2", 1);
        z80.run(1);
        z80.hart.setLine(data, 0, true);
        assertThat(z80.run(1)).isEqualTo(cycles + 4);
        assertThat(z80.get("pc")).isEqualTo(target + 1);
        assertThat(z80.get("mem16[0x7FFE]")).isEqualTo(1);
        assertThat(z80.get("IFF1")).isZero();
        assertThat(z80.get("IFF2")).isZero();
    }

    @Test
    void after_EI_one_more_instruction_is_executed_first() {
        Z80 z80 = z80("ei\n ret\n nop\n .org 0x1234\n nop\n .org 0x38\n nop");
        z80.set("IM", 1);
        z80.set("mem16[0x8000]", 0x1234);
        z80.hart.setLine(0xFF, 0, true);
        z80.run(1);
        assertThat(z80.get("pc")).isEqualTo(1);
        z80.run(1);
        assertThat(z80.get("pc")).isEqualTo(0x1234);
        z80.run(1);
        assertThat(z80.get("pc")).isEqualTo(0x39);
        assertThat(z80.get("SP")).isEqualTo(0x8000);
    }

    @Test
    void a_row_of_prefixes_is_not_interrupted() {
        Z80 z80 = z80(".byte 0xDD, 0xFD, 0xDD, 0x21, 0x34, 0x12\n nop\n .org 0x38\n nop");
        z80.set("IM", 1);
        z80.set("IFF1", 1);
        z80.run(1);
        z80.hart.setLine(0, 0, true);
        z80.run(2);
        assertThat(z80.get("IX")).isEqualTo(0x1234);
        z80.run(1);
        assertThat(z80.get("pc")).isEqualTo(0x39);
    }

    @Test
    void NMI_comes_through_whatever_is_enabled_and_RETN_gives_back_what_was() {
        Z80 z80 = z80("nop\n nop\n .org 0x66\n nop\n retn");
        z80.set("IFF1", 1);
        z80.set("IFF2", 1);
        z80.hart.setLine(NMI, 0, true);
        assertThat(z80.run(1)).isEqualTo(11 + 4);
        assertThat(z80.get("pc")).isEqualTo(0x67);
        assertThat(z80.get("IFF1")).isZero();
        assertThat(z80.get("IFF2")).isEqualTo(1);
        z80.hart.setLine(NMI, 0, false);
        z80.run(1);
        assertThat(z80.get("pc")).isZero();
        assertThat(z80.get("IFF1")).isEqualTo(1);
    }

    @Test
    void NMI_is_taken_once_whenever_its_line_is_raised_however_its_routine_ends() {
        Z80 z80 = z80("nop\n nop\n .org 0x66\n nop\n ret");
        z80.hart.setLine(NMI, 0, true);
        z80.run(3);
        assertThat(z80.get("pc")).isEqualTo(1);
        z80.hart.setLine(NMI, 0, false);
        z80.hart.setLine(NMI, 0, true);
        z80.run(1);
        assertThat(z80.get("pc")).isEqualTo(0x67);
        assertThat(z80.get("mem16[0x7FFE]")).isEqualTo(1);
    }

    @Test
    void an_interrupt_behind_LD_A_I_spoils_the_parity_flag() {
        Z80 z80 = z80("ld a, i\n nop\n .org 0x38\n nop");
        z80.set("IM", 1);
        z80.set("IFF1", 1);
        z80.set("IFF2", 1);
        z80.run(1);
        assertThat(z80.get("F.PV")).isEqualTo(1);
        z80.hart.setLine(0, 0, true);
        z80.run(1);
        assertThat(z80.get("F.PV")).isZero();
    }

    @Test
    void HALT_waits_for_an_interrupt_and_for_ever_if_none_is_enabled() {
        Z80 z80 = z80("ei\n halt\n nop\n .org 0x38\n di\n halt");
        z80.set("IM", 1);
        z80.run(10);
        assertThat(z80.hart.waiting()).isTrue();
        assertThat(z80.get("pc")).isEqualTo(2);
        z80.hart.setLine(0, 0, true);
        z80.run(10);
        assertThat(z80.hart.halted()).isTrue();
        assertThat(z80.get("mem16[0x7FFE]")).isEqualTo(2);
    }

    @Test
    void a_block_instruction_is_interrupted_between_two_bytes_and_goes_on() {
        Z80 z80 = z80("ldir\n nop\n .org 0x38\n ret");
        z80.set("IM", 1);
        z80.set("IFF1", 1);
        z80.set("HL", 0x38);
        z80.set("DE", 0x4000);
        z80.set("BC", 3);
        assertThat(z80.run(1)).isEqualTo(21);
        z80.hart.setLine(0, 0, true);
        z80.run(1);
        assertThat(z80.get("pc")).isZero();
        z80.hart.setLine(0, 0, false);
        assertThat(z80.run(2)).isEqualTo(21 + 16);
        assertThat(z80.get("mem[0x4000]")).isEqualTo(0xC9);
        assertThat(z80.get("pc")).isEqualTo(2);
    }

    @Test
    void an_8080_is_told_a_restart_by_the_device() {
        Z80 z80 = new Z80("i8080", "ei\n nop\n nop\n .org 0x28\n nop");
        z80.set("SP", 0x8000);
        z80.hart.setLine(0xEF, 0, true);
        z80.run(2);
        assertThat(z80.run(1)).isEqualTo(11 + 4);
        assertThat(z80.get("pc")).isEqualTo(0x29);
        assertThat(z80.get("mem16[0x7FFE]")).isEqualTo(2);
    }
}
