package dev.vmkit.plugins.riscv;

import static dev.vmkit.plugins.riscv.Guest.A;
import static dev.vmkit.plugins.riscv.Guest.D;
import static dev.vmkit.plugins.riscv.Guest.ONE_STAGE;
import static dev.vmkit.plugins.riscv.Guest.PAGE;
import static dev.vmkit.plugins.riscv.Guest.R;
import static dev.vmkit.plugins.riscv.Guest.TWO_STAGES;
import static dev.vmkit.plugins.riscv.Guest.U;
import static dev.vmkit.plugins.riscv.Guest.V;
import static dev.vmkit.plugins.riscv.Guest.W;
import static dev.vmkit.plugins.riscv.Guest.X;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps of guests: who takes them, what is told, and the way back. */
class GuestTrapTests {
    private static final long MPV = 1L << 39;
    private static final long GVA = 1L << 38;

    /** All that can be delegated to HS-mode. */
    private static final String DELEGATED = "li t0, -1\n csrw medeleg, t0\n csrw mideleg, t0\n";

    /** The guest takes what it can, with a handler that counts in a5 and skips the instruction. */
    private static final String HANDLED = """
        li t0, -1
        csrw hedeleg, t0
        la t0, own
        csrw vstvec, t0
        """;

    private static final String HANDLER = """
            j after
        .p2align 2
        own:
            addi a5, a5, 1
            csrr a6, scause
            csrr a7, stval
            csrr t5, sepc
            addi t5, t5, 4
            csrw sepc, t5
            sret
        after:
        """;

    private final Guest guest = new Guest();

    @Test
    void a_trap_into_machine_mode_tells_that_it_came_from_a_guest() {
        guest.supervisor(
                "la t0, first\n csrw mtvec, t0\n j on\n .p2align 2\nfirst: csrr a0, mstatus\n ebreak\non:", "ecall");
        assertThat(guest.x("a0") & (MPV | GVA | 0x1800)).as("MPV, and MPP").isEqualTo(MPV | 0x800);
        assertThat(guest.riscv.get("V")).isZero();
        assertThat(guest.riscv.get("mcause"))
                .as("environment call from VS-mode")
                .isEqualTo(10);
    }

    @Test
    void a_trap_into_the_hypervisor_tells_it_in_hstatus() {
        guest.user(
                DELEGATED + "la t0, first\n csrw stvec, t0\n j on\n .p2align 2\nfirst: csrr a0, hstatus\n ebreak\non:",
                "ecall");
        assertThat(guest.x("a0") & 0x1C0).as("SPV; SPVP is that of a user").isEqualTo(0x80);
        assertThat(guest.riscv.get("scause")).isEqualTo(8);
        guest.supervisor(
                DELEGATED + "la t0, first\n csrw stvec, t0\n j on\n .p2align 2\nfirst: csrr a0, hstatus\n ebreak\non:",
                "li a1, 1\n ebreak");
        assertThat(guest.x("a1")).isEqualTo(1);
    }

    @Test
    void the_privilege_of_the_guest_stays_known_when_the_hypervisor_itself_traps() {
        guest.supervisor(DELEGATED + """
                la t0, first
                csrw stvec, t0
                j on
                .p2align 2
            first:
                la t0, second
                csrw stvec, t0
                ecall
                .p2align 2
            second:
                csrr a0, hstatus
                ebreak
            on:
                li t0, 0x200
                csrc medeleg, t0
                la t0, third
                csrw mtvec, t0
                j enter
                .p2align 2
            third:
                csrr a0, hstatus
                ebreak
            enter:
            """, "ecall");
        assertThat(guest.x("a0") & 0x180).as("SPV of the first trap, SPVP").isEqualTo(0x180);
    }

    @Test
    void the_hypervisor_goes_back_to_where_spv_says() {
        guest.supervisor(DELEGATED, "ecall\n ecall").trappedIntoSupervisor(2, 10);
        assertThat(guest.riscv.get("V")).isEqualTo(1);
        assertThat(guest.riscv.get("hstatus") & 0x80).as("SPV").isZero();
    }

    @Test
    void machine_mode_goes_back_to_where_mpv_says_unless_that_is_machine_mode() {
        Riscv riscv = new Riscv(64, "H", "-C").run("""
                la t0, there
                csrw mepc, t0
                li t0, 0x1800
                csrs mstatus, t0
                li t0, 0x80
                slli t0, t0, 32
                csrs mstatus, t0
                mret
            there:
                csrr a0, mstatus
                ebreak
            """);
        assertThat(riscv.get("V")).isZero();
        assertThat(riscv.x("a0") & MPV).isZero();
    }

    @Test
    void a_trap_that_is_delegated_twice_goes_to_the_guest() {
        guest.user(DELEGATED + HANDLED, HANDLER + "ecall\n csrr a0, sstatus").trappedIntoSupervisor(1, 22);
        assertThat(guest.x("a5")).isEqualTo(1);
        assertThat(guest.x("a6")).isEqualTo(8);
        assertThat(guest.riscv.get("V")).isEqualTo(1);
    }

    @Test
    void a_trap_of_which_the_hypervisor_has_not_delegated_its_part_goes_to_the_hypervisor() {
        guest.supervisor(DELEGATED + HANDLED + "csrw hedeleg, zero", HANDLER + "csrr a0, 0x5FF")
                .trappedIntoSupervisor(1, 2);
        assertThat(guest.x("a5")).isZero();
    }

    @Test
    void what_machine_mode_keeps_never_comes_to_the_guest() {
        guest.supervisor(HANDLED, HANDLER + "csrr a0, 0x5FF").trapped(1, 2);
        assertThat(guest.x("a5")).isZero();
    }

    @ParameterizedTest(name = "cause {1}")
    @CsvSource({
        "'li a0, 0x5000\n ld a1, 0(a0)', 21",
        "'li a0, 0x5000\n sd a1, 0(a0)', 23",
        "'csrr a0, hstatus', 22",
        "ecall, 10"
    })
    void some_traps_never_go_to_the_guest(String instructions, int cause) {
        guest.supervisor(DELEGATED + HANDLED + ONE_STAGE, HANDLER + instructions)
                .trappedIntoSupervisor(1, cause);
    }

    @Test
    void the_hypervisor_learns_the_address_that_the_guest_took_for_physical() {
        guest.virtual(0x5000, 0x7000, V | R | A | D);
        guest.supervisor(DELEGATED + TWO_STAGES, "li a0, 0x5678\n lwu a1, 4(a0)")
                .trappedIntoSupervisor(1, 21);
        assertThat(guest.x("s7")).as("stval").isEqualTo(0x567C);
        assertThat(guest.x("s8")).as("htval").isEqualTo(0x767C >> 2);
    }

    @Test
    void the_hypervisor_learns_which_table_of_the_guest_was_not_there() {
        guest.riscv.store(0x8011_4000L, 64, 0x9000 >> 12 << 10 | V);
        guest.supervisor(DELEGATED + TWO_STAGES, "li a0, 0x5678\n ld a1, 0(a0)").trappedIntoSupervisor(1, 21);
        assertThat(guest.x("s7")).as("stval").isEqualTo(0x5678);
        assertThat(guest.x("s8")).as("htval").isEqualTo((0x9000 + 8 * 5) >> 2);
        assertThat(guest.x("s9")).as("htinst").isEqualTo(0x3000);
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource({
        "'lwu a1, 8(a0)', 21, 6583",
        "'sd a1, 8(a0)', 23, B03023",
        "'ld a1, -8(a2)', 21, 23583",
        "'amoadd.d a1, a2, (a0)', 23, C035AF",
        "'lr.d a1, (a0)', 21, 100035AF",
        "'jalr a1, 0(a0)', 20, 0"
    })
    void the_hypervisor_learns_the_instruction_without_its_offset_and_how_far_it_came(
            String instruction, int cause, String seen) {
        guest.virtual(0x5000, 0x7000, V | R | A | D).virtual(0x6000, 0x8000, V | R | W | X | A | D);
        guest.physical(0x7000, PAGE, V | R | A | D | U);
        String handler =
                "la t0, first\n csrw stvec, t0\n j on\n .p2align 2\nfirst:\n csrr s6, scause\n csrr s9, htinst\n"
                        + " ebreak\non:\n";
        guest.supervisor(DELEGATED + handler + TWO_STAGES, "li a0, 0x6000\n li a2, 0x6004\n " + instruction);
        assertThat(guest.x("s6")).isEqualTo(cause);
        assertThat(guest.x("s9")).isEqualTo(Long.parseLong(seen, 16));
    }

    @Test
    void a_compressed_instruction_is_told_as_what_it_stands_for_without_its_second_bit() {
        Riscv riscv = new Riscv(64, "H", "-Zicclsm").run("""
                la t0, handler
                csrw mtvec, t0
                li a0, 0x1001
                c.lw a1, 4(a0)
            .p2align 2
            handler:
                csrr a2, mtinst
                ebreak
            """);
        assertThat(riscv.x("a2")).as("lw a1, 0(zero)").isEqualTo(0x2581);
    }

    @Test
    void so_is_an_access_as_a_guest() {
        guest.supervisor(TWO_STAGES + "li a0, 0x5000\n hlv.w a1, (a0)", "").trapped(1, 13);
        assertThat(guest.x("s4")).isEqualTo(0x680045F3L);
    }

    @Test
    void another_trap_says_nothing_of_an_earlier_fault() {
        guest.riscv.store(0x8011_4000L, 64, 0x9000 >> 12 << 10 | V);
        guest.supervisor(DELEGATED + TWO_STAGES, "li a0, 0x5678\n ld a1, 0(a0)\n ecall")
                .trappedIntoSupervisor(2, 10);
        assertThat(guest.x("s8")).isZero();
        assertThat(guest.x("s9")).isZero();
    }

    @Test
    void case_25_a_guest_without_a_handler_traps_forever_within_its_own_time() {
        String nowhere = "li t0, -1\n csrw hedeleg, t0\n li t0, 1\n slli t0, t0, 38\n csrw vstvec, t0\n";
        Riscv riscv = guest.riscv.put(Riscv.RAM, Guest.program(DELEGATED + nowhere + TWO_STAGES, "csrr a0, 0x5FF"));
        riscv.hart.reset(Riscv.RAM);
        assertThat(riscv.hart.run(10_000)).isEqualTo(new Stop.Budget());
        assertThat(riscv.get("V")).isEqualTo(1);
        assertThat(riscv.get("vscause")).as("an instruction page fault").isEqualTo(12);
        assertThat(riscv.x("s0") + riscv.x("s5")).as("traps of anybody else").isZero();
    }
}
