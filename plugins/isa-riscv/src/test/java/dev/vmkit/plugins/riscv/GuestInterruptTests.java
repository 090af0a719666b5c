package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interrupts that a hypervisor makes for its guest, and that go to whoever has them delegated. */
class GuestInterruptTests {
    /** The guest has interrupts on, and a handler that stops. */
    private static final String HANDLED = "la t0, own\n csrw vstvec, t0\n li t0, 0x444\n csrw hideleg, t0\n";

    private static final String HANDLER = """
            j after
        .p2align 2
        own:
            csrr a6, scause
            csrr a7, sip
            ebreak
        after:
            li a0, 0x222
            csrw sie, a0
            csrsi sstatus, 2
            nop
            nop
        """;

    private final Guest guest = new Guest();

    @ParameterizedTest(name = "interrupt {0} is interrupt {1} to the guest")
    @CsvSource({"2, 1", "6, 5", "10, 9"})
    void the_guest_takes_what_is_delegated_for_an_interrupt_of_a_supervisor(int own, int seen) {
        guest.supervisor(HANDLED + "li t0, %d\n csrw hvip, t0".formatted(1 << own), HANDLER);
        assertThat(guest.x("a6")).isEqualTo(1L << 63 | seen);
        assertThat(guest.x("a7")).isEqualTo(1L << seen);
        assertThat(guest.riscv.get("V")).isEqualTo(1);
    }

    @Test
    void what_is_not_delegated_interrupts_the_guest_for_the_hypervisor_whatever_the_guest_has_switched_off() {
        guest.supervisor(
                "la t0, hs\n csrw stvec, t0\n li t0, 4\n csrw hvip, t0\n csrw hie, t0\n j on\n .p2align 2\n"
                        + "hs: csrr a6, scause\n csrr a7, htinst\n ebreak\non:",
                "nop\n nop");
        assertThat(guest.x("a6")).isEqualTo(1L << 63 | 2);
        assertThat(guest.x("a7")).isZero();
        assertThat(guest.riscv.get("V")).isZero();
    }

    @Test
    void the_hypervisor_is_not_interrupted_by_what_is_the_guests() {
        Riscv riscv = new Riscv(64, "H", "-C").run("""
                la t0, handler
                csrw stvec, t0
                li t0, -1
                csrw pmpaddr0, t0
                li t0, 0x1F
                csrw pmpcfg0, t0
                li t0, 0x444
                csrw hideleg, t0
                csrw hvip, t0
                csrw hie, t0
                la t0, hypervisor
                csrw mepc, t0
                li t0, 0x1000
                csrc mstatus, t0
                li t0, 0x802
                csrs mstatus, t0
                mret
            .p2align 2
            handler: ebreak
            hypervisor:
                nop
                csrr a0, hip
                csrr a1, sip
                csrr a2, sie
                li a3, 1
                ebreak
            """);
        assertThat(riscv.x("a3")).isEqualTo(1);
        assertThat(riscv.x("a0")).isEqualTo(0x444);
        assertThat(riscv.x("a1")).as("what is in hip is not in sip").isZero();
        assertThat(riscv.x("a2")).isZero();
    }

    @Test
    void they_are_delegated_to_the_hypervisor_forever() {
        assertThat(new Riscv(64, "H")
                        .run("csrw mideleg, zero\n csrr a0, mideleg\n ebreak")
                        .x("a0"))
                .isEqualTo(0x444);
    }

    @Test
    void mip_and_hip_and_hvip_show_the_same_software_interrupt() {
        Riscv riscv = new Riscv(64, "H").run("""
                csrsi hip, 4
                csrr a0, mip
                csrr a1, hvip
                csrci mip, 4
                csrr a2, hvip
                ebreak
            """);
        assertThat(riscv.x("a0")).isEqualTo(4);
        assertThat(riscv.x("a1")).isEqualTo(4);
        assertThat(riscv.x("a2")).isZero();
    }

    @Test
    void the_guest_sees_and_clears_its_own_software_interrupt_alone() {
        guest.supervisor(
                        "li t0, 0x444\n csrw hideleg, t0\n csrw hvip, t0",
                        "csrr a1, sip\n csrw sip, zero\n csrr a2, sip")
                .untroubled();
        assertThat(guest.x("a1")).isEqualTo(0x222);
        assertThat(guest.x("a2")).isEqualTo(0x220);
    }

    @Test
    void what_is_not_delegated_the_guest_does_not_see() {
        guest.supervisor("li t0, 0x444\n csrw hvip, t0", "csrr a1, sip\n li a0, -1\n csrw sie, a0\n csrr a2, sie")
                .untroubled();
        assertThat(guest.x("a1")).isZero();
        assertThat(guest.x("a2")).isZero();
    }

    @Test
    void those_of_the_hypervisor_come_before_those_of_the_guest() {
        String hs = "la t0, hs\n csrw stvec, t0\n j on\n .p2align 2\nhs: csrr a6, scause\n ebreak\non:\n"
                + "li t0, 0x222\n csrw mideleg, t0\n csrw mip, t0\n csrw mie, t0\n";
        guest.supervisor(hs + HANDLED + "li t0, 0x444\n csrw hvip, t0\n csrs mie, t0", HANDLER);
        assertThat(guest.x("a6")).isEqualTo(1L << 63 | 9);
    }

    @Test
    void the_guests_timer_counts_with_the_guests_time() {
        String timer = "li t0, -1\n csrw menvcfg, t0\n csrw henvcfg, t0\n li t0, 100\n csrw htimedelta, t0\n";
        guest.supervisor(timer + HANDLED + "li t0, 60\n csrw vstimecmp, t0", HANDLER);
        assertThat(guest.x("a6")).isEqualTo(1L << 63 | 5);
        Guest early = new Guest();
        early.supervisor(timer + HANDLED + "li t0, 101\n slli t0, t0, 20\n csrw vstimecmp, t0", HANDLER)
                .untroubled();
        assertThat(early.x("a6")).isZero();
    }

    @Test
    void the_timer_is_silent_unless_henvcfg_allows_it() {
        guest.supervisor(
                        "csrw henvcfg, zero\n li t0, 100\n csrw htimedelta, t0\n csrw vstimecmp, zero\n" + HANDLED,
                        HANDLER)
                .untroubled();
        assertThat(guest.x("a6")).isZero();
    }
}
