package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Physical memory protection (Privileged ISA, section 3.7). */
class PmpTests {
    /** Opens all memory by region 15, and has traps counted in s0 with their cause in s1 and value in s2. */
    private static final String START = """
            la t0, handler
            csrw mtvec, t0
            li t0, -1
            csrw pmpaddr15, t0
            li t0, 0x1F
            %s
            j body
        .p2align 2
        handler:
            addi s0, s0, 1
            csrr s1, mcause
            csrr s2, mtval
            csrr t6, mepc
            addi t6, t6, 4
            csrw mepc, t6
            mret
        body:
        """;

    private static final String LOWER = """
            la t0, lower
            csrw mepc, t0
            li t0, %d
            csrw mstatus, t0
            mret
        .p2align 2
        lower:
        """;

    private static final int SUPERVISOR = 0x800;

    private static Riscv run(int width, String body) {
        String open = width == 64 ? "slli t0, t0, 56\n csrw pmpcfg2, t0" : "slli t0, t0, 24\n csrw pmpcfg3, t0";
        return new Riscv(width, "-C", "Zicbom").run(START.formatted(open) + body);
    }

    private static String inSupervisor(String code) {
        return LOWER.formatted(SUPERVISOR) + code;
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void a_region_of_four_bytes_protects_no_byte_more(int width) {
        Riscv riscv = run(width, """
            la a0, 0x80100000
            srli t0, a0, 2
            addi t0, t0, 1
            csrw pmpaddr0, t0
            li t0, 0x11
            csrw pmpcfg0, t0
            """ + inSupervisor("""
                sw zero, 0(a0)
                sw zero, 4(a0)
                sw zero, 8(a0)
                lw a1, 4(a0)
                lw a1, 8(a0)
                ebreak
                """));
        assertThat(riscv.x("s0")).isEqualTo(1);
        assertThat(riscv.x("s1")).as("store access fault").isEqualTo(7);
        assertThat(riscv.x("s2")).isEqualTo(0x80100004L);
    }

    @Test
    void an_access_that_a_region_holds_only_in_part_fails() {
        Riscv riscv = run(64, """
            la a0, 0x80100000
            srli t0, a0, 2
            csrw pmpaddr0, t0
            li t0, 0x17
            csrw pmpcfg0, t0
            """ + inSupervisor("ld a1, 0(a0)\n lw a1, 0(a0)\n lw a1, 4(a0)\n ebreak"));
        assertThat(riscv.x("s0")).isEqualTo(1);
        assertThat(riscv.x("s1")).as("load access fault").isEqualTo(5);
    }

    @Test
    void a_page_that_was_used_is_refused_once_a_region_says_so() {
        Riscv riscv = run(64, """
            la a0, 0x80100000
            sw zero, 0(a0)
            srli t0, a0, 2
            csrw pmpaddr0, t0
            addi t0, t0, 16
            csrw pmpaddr1, t0
            li t0, 0x8900
            csrw pmpcfg0, t0
            sw zero, 0(a0)
            sw zero, 60(a0)
            sw zero, 64(a0)
            lw a1, 0(a0)
            ebreak
            """);
        assertThat(riscv.x("s0"))
                .as("a locked region from one address to the next binds machine mode")
                .isEqualTo(2);
        assertThat(riscv.x("s2")).isEqualTo(0x8010003CL);
    }

    @Test
    void a_locked_region_cannot_be_changed_nor_the_address_at_which_it_begins() {
        Riscv riscv = run(64, """
            li t0, 100
            csrw pmpaddr0, t0
            csrw pmpaddr1, t0
            csrw pmpaddr2, t0
            li t0, 0x8F00
            csrw pmpcfg0, t0
            csrw pmpcfg0, zero
            csrw pmpaddr0, zero
            csrw pmpaddr1, zero
            csrw pmpaddr2, zero
            csrr a0, pmpcfg0
            csrr a1, pmpaddr0
            csrr a2, pmpaddr1
            csrr a3, pmpaddr2
            ebreak
            """);
        assertThat(riscv.x("a0")).isEqualTo(0x8F00);
        assertThat(riscv.x("a1")).isEqualTo(100);
        assertThat(riscv.x("a2")).isEqualTo(100);
        assertThat(riscv.x("a3")).isZero();
    }

    @Test
    void without_a_region_lower_modes_may_not_even_fetch() {
        Riscv riscv = new Riscv(64, "-C").run("""
                la t0, handler
                csrw mtvec, t0
                la t0, lower
                csrw mepc, t0
                csrw mstatus, zero
                mret
            lower: j lower
            .p2align 2
            handler: csrr a0, mcause
                ebreak
            """);
        assertThat(riscv.x("a0")).as("instruction access fault").isEqualTo(1);
    }

    @Test
    void modified_privilege_counts_as_the_lower_mode() {
        Riscv riscv = run(64, """
            la a0, 0x80100000
            srli t0, a0, 2
            csrw pmpaddr0, t0
            li t0, 0x10
            csrw pmpcfg0, t0
            lw a1, 0(a0)
            li t0, 0x20000
            csrw mstatus, t0
            lw a1, 4(a0)
            lw a1, 0(a0)
            ebreak
            """);
        assertThat(riscv.x("s0")).isEqualTo(1);
    }

    @Test
    void a_cache_block_is_managed_only_where_a_region_lets_something_be_read() {
        Riscv riscv = run(64, """
            li t0, 0xD0
            csrw menvcfg, t0
            la a0, 0x80100000
            srli t0, a0, 2
            csrw pmpaddr0, t0
            addi t0, t0, 16
            csrw pmpaddr1, t0
            li t0, 0x1114
            csrw pmpcfg0, t0
            """ + inSupervisor("""
                cbo.clean (a0)
                addi a0, a0, 64
                cbo.clean (a0)
                addi a0, a0, -64
                ebreak
                """));
        assertThat(riscv.x("s0")).isEqualTo(1);
        assertThat(riscv.x("s1")).as("store access fault").isEqualTo(7);
        assertThat(riscv.x("s2")).isEqualTo(0x80100000L);
    }
}
