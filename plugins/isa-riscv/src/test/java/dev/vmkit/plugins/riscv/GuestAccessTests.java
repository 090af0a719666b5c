package dev.vmkit.plugins.riscv;

import static dev.vmkit.plugins.riscv.Guest.A;
import static dev.vmkit.plugins.riscv.Guest.D;
import static dev.vmkit.plugins.riscv.Guest.PAGE;
import static dev.vmkit.plugins.riscv.Guest.R;
import static dev.vmkit.plugins.riscv.Guest.TWO_STAGES;
import static dev.vmkit.plugins.riscv.Guest.U;
import static dev.vmkit.plugins.riscv.Guest.V;
import static dev.vmkit.plugins.riscv.Guest.W;
import static dev.vmkit.plugins.riscv.Guest.X;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads and stores of a hypervisor as if its guest made them: hlv, hlvx, hsv, and MPRV with MPV. */
class GuestAccessTests {
    private static final int ALL = V | R | W | X | A | D;

    /** They count as VS-mode's. */
    private static final String SPVP = "li t0, 0x100\n csrs hstatus, t0\n";

    private final Guest guest = new Guest().virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, ALL | U);

    @ParameterizedTest
    @CsvSource({
        "hlv.b, FFFFFFFFFFFFFF88",
        "hlv.bu, 88",
        "hlv.h, FFFFFFFFFFFF9988",
        "hlv.hu, 9988",
        "hlv.w, FFFFFFFFBBAA9988",
        "hlv.wu, BBAA9988",
        "hlv.d, FFEEDDCCBBAA9988",
        "hlvx.hu, 9988",
        "hlvx.wu, BBAA9988"
    })
    void each_loads_as_its_namesake(String mnemonic, String value) {
        guest.riscv.store(PAGE, 64, 0xFFEEDDCCBBAA9988L);
        guest.supervisor(TWO_STAGES + SPVP + "li a0, 0x5000\n " + mnemonic + " a1, (a0)", "")
                .untroubled();
        assertThat(guest.x("a1")).isEqualTo(Long.parseUnsignedLong(value, 16));
    }

    @ParameterizedTest
    @CsvSource({"hsv.b, EF", "hsv.h, CDEF", "hsv.w, 89ABCDEF", "hsv.d, 123456789ABCDEF"})
    void each_stores_as_its_namesake(String mnemonic, String value) {
        guest.supervisor(TWO_STAGES + SPVP + """
            li a1, 0x1234567
            slli a1, a1, 32
            li t0, 0x45E6F78
            slli t0, t0, 5
            addi t0, t0, 0
            li t1, 0x89ABC
            slli t1, t1, 12
            ori t1, t1, 0x7EF
            li t2, 0x600
            add t1, t1, t2
            or a1, a1, t1
            li a0, 0x5000
            """ + mnemonic + " a1, (a0)", "").untroubled();
        assertThat(guest.riscv.load(PAGE, 64)).isEqualTo(Long.parseUnsignedLong(value, 16));
    }

    @Test
    void the_privilege_is_what_spvp_says() {
        guest.virtual(0x6000, 0x7000, ALL | U);
        guest.supervisor(TWO_STAGES + SPVP + "li a0, 0x5000\n hlv.w a1, (a0)\n li a0, 0x6000\n hlv.w a1, (a0)", "")
                .trapped(1, 13);
        guest.supervisor(
                        TWO_STAGES
                                + "li t0, 0x100\n csrc hstatus, t0\n li a0, 0x5000\n hlv.w a1, (a0)\n li a0, 0x6000\n"
                                + " hlv.w a1, (a0)",
                        "")
                .trapped(1, 13);
        assertThat(guest.x("s2")).isEqualTo(0x5000);
    }

    @Test
    void a_failing_one_names_an_address_of_the_guest_although_no_guest_ran() {
        guest.supervisor(
                TWO_STAGES + SPVP + "la t0, first\n csrw mtvec, t0\n li a0, 0x9000\n hsv.w a1, (a0)\n .p2align 2\n"
                        + "first: csrr a0, mstatus\n csrr a1, mcause\n ebreak",
                "");
        assertThat(guest.x("a1")).isEqualTo(15);
        assertThat(guest.x("a0") >>> 38 & 3).as("GVA without MPV").isEqualTo(1);
    }

    @Test
    void hlvx_asks_whether_it_may_be_executed_and_fails_as_a_load() {
        guest.virtual(0x6000, 0x7000, V | X | A).virtual(0x8000, 0x7000, V | R | W | A | D);
        String load = TWO_STAGES + SPVP + "li a0, %s\n %s a1, (a0)";
        guest.supervisor(load.formatted("0x6000", "hlvx.wu"), "").untroubled();
        guest.supervisor(load.formatted("0x6000", "hlv.wu"), "").trapped(1, 13);
        guest.supervisor("li s0, 0\n" + load.formatted("0x8000", "hlvx.wu"), "").trapped(1, 13);
    }

    @Test
    void hlvx_needs_memory_that_may_be_read_as_well() {
        String executable = """
            li t0, -1
            csrw pmpaddr1, t0
            la t0, 0x80200000
            srli t0, t0, 2
            addi t0, t0, 0x1FF
            csrw pmpaddr0, t0
            li t0, 0x1F1C
            csrw pmpcfg0, t0
            li a0, 0x5000
            hlvx.wu a1, (a0)
            """;
        guest.supervisor(TWO_STAGES + SPVP + executable, "").trapped(1, 5);
        assertThat(guest.x("s2")).isEqualTo(0x5000);
    }

    @Test
    void memory_that_a_supervisor_may_not_touch_stays_so_for_machine_mode_as_a_guest() {
        guest.supervisor(TWO_STAGES + SPVP + """
            li t0, -1
            csrw pmpaddr1, t0
            la t0, 0x80115000
            srli t0, t0, 2
            addi t0, t0, 0x1FF
            csrw pmpaddr0, t0
            li t0, 0x1F18
            csrw pmpcfg0, t0
            li a0, 0x5000
            hlv.w a1, (a0)
            """, "").trapped(1, 5);
    }

    @Test
    void users_may_only_where_hu_says_so() {
        String user = """
                la t0, user
                csrw mepc, t0
                li t0, 0x1800
                csrc mstatus, t0
                mret
            user:
                li a0, 0x5000
                hlv.w a1, (a0)
                ebreak
            """;
        guest.riscv.store(PAGE, 32, 42);
        guest.supervisor(TWO_STAGES + SPVP + user, "").trapped(1, 2);
        guest.supervisor("li s0, 0\n" + TWO_STAGES + SPVP + "li t0, 0x200\n csrs hstatus, t0\n" + user, "")
                .untroubled();
        assertThat(guest.x("a1")).isEqualTo(42);
    }

    @Test
    void machine_mode_reaches_a_guest_by_mprv_and_mpv() {
        guest.riscv.store(PAGE, 32, 42);
        guest.supervisor(TWO_STAGES + """
            li t0, 0x20800
            csrs mstatus, t0
            li t0, 0x80
            slli t0, t0, 32
            csrs mstatus, t0
            li a0, 0x5000
            lw a1, 0(a0)
            li t0, 0x20000
            csrc mstatus, t0
            """, "").untroubled();
        assertThat(guest.x("a1")).isEqualTo(42);
    }

    @Test
    void where_misaligned_loads_trap_so_do_these() {
        Guest strict = new Guest("-Zicclsm").virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, ALL | U);
        strict.supervisor(TWO_STAGES + SPVP + "li a0, 0x5001\n hlv.w a1, (a0)", "")
                .trapped(1, 4);
        assertThat(strict.x("s2")).isEqualTo(0x5001);
    }
}
