package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registers of hypervisors, and those that a guest has instead of a supervisor's (Privileged ISA, H extension). */
class GuestCsrTests {
    private static final int ILLEGAL = 2;
    private static final int VIRTUAL = 22;

    private final Guest guest = new Guest();

    @ParameterizedTest(name = "RV{0}")
    @CsvSource({"64, 0x80000000001411AD", "32, 0x401411AD"})
    void misa_has_the_letter_h(int width, String misa) {
        assertThat(new Riscv(width, "H").run("csrr a0, misa\n ebreak").x("a0"))
                .isEqualTo(Long.parseUnsignedLong(misa.substring(2), 16));
    }

    @ParameterizedTest
    @CsvSource({
        "stvec, vstvec",
        "sscratch, vsscratch",
        "sepc, vsepc",
        "scause, vscause",
        "stval, vstval",
        "stimecmp, vstimecmp"
    })
    void a_register_of_the_guest_stands_in_for_that_of_the_supervisor(String own, String standIn) {
        String timer = "li t0, -1\n csrw menvcfg, t0\n csrw henvcfg, t0\n li t0, 40\n csrw " + own + ", t0";
        guest.supervisor(timer, "li a0, 80\n csrw %s, a0\n csrr a1, %s".formatted(own, own))
                .untroubled();
        assertThat(guest.x("a1")).isEqualTo(80);
        assertThat(guest.riscv.get(standIn)).isEqualTo(80);
        assertThat(guest.riscv.get(own)).as("what the hypervisor wrote").isEqualTo(40);
    }

    @Test
    void the_guest_has_a_status_of_its_own() {
        guest.supervisor("", "li a0, 0xC0122\n csrs sstatus, a0\n csrr a1, sstatus")
                .untroubled();
        assertThat(guest.x("a1")).as("with UXL").isEqualTo(0x2000C0122L);
        assertThat(guest.riscv.get("mstatus") & 0xC0122).isZero();
    }

    @Test
    void what_only_the_supervisor_has_is_there_for_the_guest_too() {
        guest.supervisor("", "li a0, 5\n csrw scounteren, a0\n csrwi senvcfg, 1")
                .untroubled();
        assertThat(guest.riscv.get("scounteren")).isEqualTo(5);
        assertThat(guest.riscv.get("senvcfg")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csrr a0, vsstatus", "csrw vstvec, a0", "csrr a0, vsatp", "csrr a0, hstatus", "csrw hgatp, a0",
                "csrr a0, hgeip", "csrr a0, htval", "csrr a0, hvip", "csrw htimedelta, a0", "csrr a0, henvcfg"
            })
    void case_23_a_guest_that_touches_what_is_the_hypervisors_is_a_virtual_instruction(String access) {
        guest.supervisor("", access).trapped(1, VIRTUAL);
        new Guest().user("", access).trapped(1, VIRTUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csrr a0, 0x2FF", "csrr a0, 0x6FF", "csrr a0, 0x15D", "csrr a0, 0x615",
                "csrw hgeip, a0", "csrr a0, mstatus", "csrw cycle, a0", "mret"
            })
    void what_not_even_a_hypervisor_could_do_is_an_illegal_one(String instruction) {
        guest.supervisor("", instruction).trapped(1, ILLEGAL);
        new Guest().user("", instruction).trapped(1, ILLEGAL);
    }

    @Test
    void in_user_mode_without_a_guest_it_is_an_illegal_one_as_ever() {
        Riscv riscv = new Riscv(64, "H", "-C").run("""
                la t0, handler
                csrw mtvec, t0
                li t0, -1
                csrw pmpaddr0, t0
                li t0, 0x1F
                csrw pmpcfg0, t0
                la t0, user
                csrw mepc, t0
                li t0, 0x1800
                csrc mstatus, t0
                mret
            .p2align 2
            handler: csrr a0, mcause
                ebreak
            user:
                csrr a1, vsstatus
            """);
        assertThat(riscv.x("a0")).isEqualTo(ILLEGAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"csrr a0, sstatus", "csrw satp, a0", "csrr a0, sip", "sret", "sfence.vma zero, zero", "wfi"})
    void what_a_supervisor_may_do_is_a_virtual_instruction_for_the_guests_users(String instruction) {
        guest.user("", instruction).trapped(1, VIRTUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hlv.w a0, (a1)", "hlvx.hu a0, (a1)", "hsv.d a0, (a1)", "hfence.vvma", "hfence.gvma"})
    void case_23_instructions_of_hypervisors_are_virtual_instructions_for_guests(String instruction) {
        String whole = instruction.startsWith("hf") ? instruction + " zero, zero" : instruction;
        guest.supervisor("", whole).trapped(1, VIRTUAL);
        assertThat(guest.x("s2")).as("mtval is that of an illegal instruction").isZero();
        new Guest().user("", whole).trapped(1, VIRTUAL);
    }

    @ParameterizedTest
    @CsvSource({"20, 'csrr a0, satp'", "20, 'sfence.vma zero, zero'", "21, wfi", "22, sret"})
    void a_bit_of_hstatus_makes_it_a_virtual_instruction_for_the_guest_itself(int bit, String instruction) {
        guest.supervisor("li t0, 1\n slli t0, t0, %d\n csrs hstatus, t0".formatted(bit), instruction)
                .trapped(1, VIRTUAL);
    }

    @Test
    void what_the_bits_of_mstatus_forbid_is_for_the_hypervisor_alone_but_for_tw() {
        String all = "li t0, 0x700000\n csrs mstatus, t0";
        guest.supervisor(
                        all,
                        "csrr a0, satp\n sfence.vma zero, zero\n la a0, on\n csrw sepc, a0\n"
                                + "li a0, 0x100\n csrs sstatus, a0\n sret\non:")
                .untroubled();
        new Guest().supervisor(all, "wfi").trapped(1, ILLEGAL);
        new Guest().user(all, "wfi").trapped(1, ILLEGAL);
    }

    @Test
    void a_counter_that_hcounteren_keeps_is_a_virtual_instruction_and_one_that_mcounteren_keeps_is_not() {
        guest.supervisor("csrw hcounteren, zero", "csrr a0, instret").trapped(1, VIRTUAL);
        new Guest().supervisor("csrw mcounteren, zero", "csrr a0, instret").trapped(1, ILLEGAL);
        new Guest().user("csrw scounteren, zero", "csrr a0, cycle").trapped(1, VIRTUAL);
        new Guest().user("li t0, 7\n csrw scounteren, t0", "csrr a0, cycle").untroubled();
    }

    @Test
    void floating_point_that_is_off_is_an_illegal_instruction_and_never_a_virtual_one() {
        String on = "li t0, 0x6000\n csrs mstatus, t0\n";
        guest.supervisor(on, "fmv.x.w a0, ft0").trapped(1, ILLEGAL);
        new Guest()
                .supervisor("csrs vsstatus, t0\n li t0, 0x6000\n csrs vsstatus, t0", "fmv.x.w a0, ft0")
                .trapped(1, ILLEGAL);
    }

    @Test
    void changing_the_floating_point_state_makes_both_dirty() {
        guest.supervisor("li t0, 0x2000\n csrs mstatus, t0\n csrs vsstatus, t0", "fmv.w.x ft0, zero\n csrr a0, sstatus")
                .untroubled();
        assertThat(guest.x("a0")).isEqualTo(0x8000000200006000L);
        assertThat(guest.riscv.get("mstatus") & 0x6000).isEqualTo(0x6000);
    }

    @Test
    void time_is_later_for_the_guest_by_htimedelta() {
        guest.supervisor("li t0, 1000\n csrw htimedelta, t0\n csrr a0, time", "csrr a1, time")
                .untroubled();
        assertThat(guest.x("a1") - guest.x("a0")).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "hedeleg, 0xCB1FF",
        "hideleg, 0x444",
        "hie, 0x444",
        "hvip, 0x444",
        "hip, 0x4",
        "hgeie, 0",
        "hcounteren, 7",
        "hgatp, 0x03FFFFFFFFFFFFFC",
        "hstatus, 0x2007003C0",
        "vsstatus, 0x80000002000C6122"
    })
    void bits_that_mean_nothing_cannot_be_set(String csr, String bits) {
        Riscv riscv = new Riscv(64, "H").run("li t0, -1\n csrw %s, t0\n csrr a0, %s\n ebreak".formatted(csr, csr));
        assertThat(riscv.x("a0")).isEqualTo(Long.parseUnsignedLong(bits.replace("0x", ""), 16));
    }

    @Test
    void a_mode_that_is_not_there_keeps_the_one_of_hgatp_but_undoes_a_write_of_satp() {
        Riscv riscv = new Riscv(64, "H").run("""
                li t0, 8
                slli t0, t0, 60
                csrw hgatp, t0
                csrw satp, t0
                li t0, 11
                slli t0, t0, 60
                ori t0, t0, 0x40
                csrw hgatp, t0
                csrw satp, t0
                csrr a0, hgatp
                csrr a1, satp
                ebreak
            """);
        assertThat(riscv.x("a0")).isEqualTo(8L << 60 | 0x40);
        assertThat(riscv.x("a1")).isEqualTo(8L << 60);
    }

    @Test
    void a_guest_that_asks_for_a_mode_that_is_not_there_changes_nothing() {
        guest.supervisor("", "li a0, 11\n slli a0, a0, 60\n csrw satp, a0\n csrr a1, satp")
                .untroubled();
        assertThat(guest.x("a1")).isZero();
    }

    @Test
    void henvcfg_allows_nothing_that_menvcfg_does_not() {
        Riscv riscv = new Riscv(64, "H", "Zicboz").run("""
                csrw menvcfg, zero
                li t0, -1
                csrw henvcfg, t0
                csrr a0, henvcfg
                csrw menvcfg, t0
                csrr a1, henvcfg
                ebreak
            """);
        assertThat(riscv.x("a0")).isEqualTo(0x81);
        assertThat(riscv.x("a1")).isEqualTo(0xA000000000000081L);
    }

    @Test
    void a_guest_without_a_timer_may_not_touch_it() {
        String allowed = "li t0, -1\n csrw menvcfg, t0\n";
        guest.supervisor(allowed, "csrr a0, stimecmp").trapped(1, VIRTUAL);
        new Guest()
                .supervisor(allowed + "csrw henvcfg, t0\n csrw hcounteren, zero", "csrr a0, stimecmp")
                .trapped(1, VIRTUAL);
        new Guest().supervisor("csrw menvcfg, zero", "csrr a0, stimecmp").trapped(1, ILLEGAL);
        new Guest().user("csrw menvcfg, zero", "csrr a0, stimecmp").trapped(1, ILLEGAL);
    }

    @Test
    void hypervisors_of_32_bits_have_their_registers_in_halves() {
        Riscv riscv = new Riscv(32, "H").run("""
                li t0, -1
                csrw htimedeltah, t0
                csrr a0, htimedeltah
                csrw menvcfgh, t0
                csrw henvcfgh, t0
                csrr a1, henvcfgh
                csrw mstatush, t0
                csrr a2, mstatush
                csrw hgatp, t0
                csrr a3, hgatp
                csrw hedelegh, t0
                csrr a4, hedelegh
                ebreak
            """);
        assertThat(riscv.x("a0")).isEqualTo(0xFFFFFFFFL);
        assertThat(riscv.x("a1")).isEqualTo(0xA0000000L);
        assertThat(riscv.x("a2")).as("MPV and GVA").isEqualTo(0xC0);
        assertThat(riscv.x("a3")).isEqualTo(0x9FFFFFFCL);
        assertThat(riscv.x("a4")).isZero();
    }
}
