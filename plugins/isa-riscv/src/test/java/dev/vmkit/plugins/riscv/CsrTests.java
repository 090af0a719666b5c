package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Control and status registers (Privileged ISA, chapters 3 and 12). */
class CsrTests {
    @ParameterizedTest
    @CsvSource({"64, 0x800000000014112D", "32, 0x4014112D"})
    void misa_tells_the_width_and_the_letters(int width, String misa) {
        assertThat(new Riscv(width).run("csrr a0, misa\n ebreak").x("a0"))
                .isEqualTo(Long.parseUnsignedLong(misa.substring(2), 16));
    }

    @Test
    void a_hart_without_supervisor_mode_has_none_of_its_registers() {
        Riscv riscv = new Riscv(32, "-S", "-U", "-F").run("""
                la t0, handler
                csrw mtvec, t0
                li t0, -1
                csrw mstatus, t0
                csrr a1, mstatus
                csrrs a2, 0x180, zero
            .p2align 2
            handler: csrr a0, mcause
                ebreak
            """);
        assertThat(riscv.x("a0")).isEqualTo(2);
        assertThat(riscv.x("a1")).as("MPP, MPIE and MIE").isEqualTo(0x1888);
    }

    @Test
    void setting_a_bit_of_mip_does_not_write_back_the_lines() {
        Riscv riscv = new Riscv(64);
        riscv.hart.setLine(9, 0, true);
        riscv.run("csrrsi a0, mip, 2\n csrr a1, mip\n ebreak");
        riscv.hart.setLine(9, 0, false);
        assertThat(riscv.x("a0")).isEqualTo(0x200);
        assertThat(riscv.x("a1")).isEqualTo(0x202);
        assertThat(riscv.get("mip")).isEqualTo(2);
    }

    @Test
    void counters_count_what_retires_and_stand_still_where_inhibited() {
        Riscv riscv = new Riscv(64).run("""
                la t0, handler
                csrw mtvec, t0
                csrw minstret, zero
                ecall
                csrr a0, minstret
                li t0, 4
                csrw mcountinhibit, t0
                csrr a1, minstret
                nop
                csrr a2, minstret
                csrw mcountinhibit, zero
                csrr a3, minstret
                ebreak
            .p2align 2
            handler: csrr t1, mepc
                addi t1, t1, 4
                csrw mepc, t1
                mret
            """);
        assertThat(riscv.x("a0")).as("four of the handler").isEqualTo(4);
        assertThat(riscv.x("a1")).isEqualTo(riscv.x("a2")).isEqualTo(riscv.x("a3"));
    }

    @Test
    void a_counter_of_64_bits_is_two_registers_of_32() {
        Riscv riscv = new Riscv(32).run("""
            li t0, -1
            csrw mcycle, t0
            csrr a0, mcycle
            csrr a1, mcycle
            li t0, 5
            csrw mcycleh, t0
            csrr a2, mcycleh
            csrr a3, cycleh
            ebreak
            """);
        assertThat(riscv.x("a0")).isEqualTo(0xFFFF_FFFFL);
        assertThat(riscv.x("a1")).isZero();
        assertThat(riscv.x("a2")).isEqualTo(5);
        assertThat(riscv.x("a3")).isEqualTo(5);
    }

    @Test
    void a_counter_that_is_not_enabled_is_illegal_below() {
        assertThat(causeInUser("", "csrr a0, cycle")).isEqualTo(2);
        assertThat(causeInUser("li t0, 7\n csrw mcounteren, t0\n", "csrr a0, cycle"))
                .isEqualTo(2);
        assertThat(causeInUser("li t0, 7\n csrw mcounteren, t0\n csrw scounteren, t0\n", "csrr a0, cycle\n ecall"))
                .isEqualTo(8);
    }

    private static long causeInUser(String before, String code) {
        return new Riscv(64, "-PMP")
                .run("la t0, handler\n csrw mtvec, t0\n" + before
                        + "la t0, user\n csrw mepc, t0\n csrw mstatus, zero\n mret\n" + "user: " + code
                        + "\n .p2align 2\n handler: csrr a0, mcause\n ebreak")
                .x("a0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csrr a0, satp", "sfence.vma zero, zero", "sret", "wfi"})
    void the_machine_can_trap_what_a_supervisor_does(String instruction) {
        Riscv riscv = new Riscv(64, "-PMP").run("""
                la t0, handler
                csrw mtvec, t0
                la t0, lower
                csrw mepc, t0
                li t0, 0x700800
                csrw mstatus, t0
                mret
            lower: %s
                ecall
            .p2align 2
            handler: csrr a0, mcause
                ebreak
            """.formatted(instruction));
        assertThat(riscv.x("a0")).isEqualTo(2);
    }

    @Test
    void interrupts_are_vectored_delegated_and_taken_by_priority() {
        Riscv riscv = new Riscv(64);
        riscv.put(
                Riscv.RAM + 0x100,
                ".org 0x80000100\n"
                        + " j wrong\n"
                        + ".org 0x8000012C\n"
                        + " j external\n"
                        + " wrong: ebreak\n"
                        + " external: csrr a0, mcause\n"
                        + " ebreak");
        riscv.hart.setLine(11, 0, true);
        riscv.hart.setLine(7, 0, true);
        riscv.run("la t0, 0x80000101\n csrw mtvec, t0\n li t0, 0x880\n csrw mie, t0\n csrsi mstatus, 8\n nop\n ebreak");
        assertThat(riscv.x("a0")).isEqualTo(1L << 63 | 11);
    }

    @Test
    void the_timer_of_the_supervisor_needs_leave_by_the_machine() {
        assertThat(causeInSupervisor("")).isEqualTo(2);
        assertThat(causeInSupervisor(
                        "li t0, 7\n csrw mcounteren, t0\n li t0, 1\n slli t0, t0, 63\n csrw menvcfg, t0\n"))
                .isEqualTo(9);
    }

    private static long causeInSupervisor(String before) {
        return new Riscv(64, "-PMP")
                .run("la t0, handler\n csrw mtvec, t0\n" + before + """
                        la t0, lower
                        csrw mepc, t0
                        li t0, 0x800
                        csrw mstatus, t0
                        mret
                    lower: csrr a0, stimecmp
                        ecall
                    .p2align 2
                    handler: csrr a0, mcause
                        ebreak
                    """)
                .x("a0");
    }

    @Test
    void misaligned_accesses_trap_where_the_hart_cannot_do_them() {
        String program = "la t0, handler\n"
                + " csrw mtvec, t0\n"
                + " la a0, 0x80100001\n"
                + " li a1, 77\n"
                + " sh a1, 0(a0)\n"
                + " lhu a2, 0(a0)\n"
                + " ebreak\n"
                + ".p2align 2\n"
                + " handler: csrr a3, mcause\n"
                + " csrr a4, mtval\n"
                + " ebreak";
        Riscv can = new Riscv(64).run(program);
        assertThat(can.x("a2")).isEqualTo(77);
        Riscv cannot = new Riscv(64, "-Zicclsm").run(program);
        assertThat(cannot.x("a3")).isEqualTo(6);
        assertThat(cannot.x("a4")).isEqualTo(0x80100001L);
    }
}
