package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Floating point (Unprivileged ISA, chapters 20 to 22) and its state (Privileged ISA, section 3.1.6.6). */
class FloatTests {
    /** Switches it on, clean; traps are counted in s0 with their cause in s1, and go on after an instruction of 4 bytes. */
    private static final String START = """
            la t0, handler
            csrw mtvec, t0
            li t0, 0x4000
            csrrs zero, mstatus, t0
            j body
        .p2align 2
        handler:
            addi s0, s0, 1
            csrr s1, mcause
            csrr t6, mepc
            addi t6, t6, 4
            csrw mepc, t6
            mret
        body:
        """;

    private static final long BOX = 0xFFFF_FFFFL << 32;
    private static final long ONE = 0x3F80_0000L;
    private static final long NAN = 0x7FC0_0000L;

    private static Riscv run(int width, String body) {
        return new Riscv(width, "Zfh").run(START + body + "\n ebreak");
    }

    private static long f(Riscv riscv, int index) {
        return riscv.hart.state().get(riscv.isa.model().register("f").orElseThrow(), index);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fadd.s ft0, ft1, ft2",
                "flw ft0, 0(sp)",
                "fsd ft0, 0(sp)",
                "fmv.x.w a0, ft0",
                "fclass.d a0, ft0",
                "csrr a0, fcsr",
                "csrw fflags, zero",
            })
    void while_it_is_switched_off_every_use_is_illegal(String instruction) {
        Riscv riscv = run(64, "csrw mstatus, zero\n la sp, 0x80100000\n" + instruction);
        assertThat(riscv.x("s0")).isEqualTo(1);
        assertThat(riscv.x("s1")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "fmv.w.x ft0 zero, true",
        "flw ft0 0(sp), true",
        "csrw frm zero, true",
        "fdiv.s ft0 ft1 ft2, true",
        "fsw ft0 0(sp), false",
        "fmv.x.w a0 ft0, false",
        "fclass.s a0 ft0, false",
        "feq.s a0 ft0 ft0, false",
        "fle.s a0 ft1 ft0, true",
    })
    void what_changes_its_state_makes_it_dirty(String instruction, boolean dirty) {
        String body = instruction.replaceFirst(" ", "#").replace(" ", ", ").replace("#", " ");
        for (int width : new int[] {32, 64}) {
            Riscv riscv = run(width, "la sp, 0x80100000\n" + body + "\n csrr a1, mstatus");
            assertThat(riscv.x("a1") >>> 13 & 3).isEqualTo(dirty ? 3 : 2);
            assertThat(riscv.x("a1") >>> (width - 1)).as("SD").isEqualTo(dirty ? 1 : 0);
        }
    }

    @Test
    void a_narrow_number_lies_in_a_nan_of_its_register_or_is_one() {
        Riscv riscv = run(64, """
            li a0, 0x3F800
            slli a0, a0, 12
            fmv.w.x fa0, a0
            fadd.s fa1, fa0, fa0
            fmv.d.x fa2, a0
            fadd.s fa3, fa2, fa0
            fsgnj.s fa4, fa2, fa0
            fmv.x.w a2, fa2
            fcvt.h.s fa5, fa0
            fadd.h fa6, fa0, fa5
            """);
        assertThat(f(riscv, 10)).isEqualTo(BOX | ONE);
        assertThat(f(riscv, 11)).isEqualTo(BOX | 0x4000_0000L);
        assertThat(f(riscv, 13)).as("of an operand that is not boxed").isEqualTo(BOX | NAN);
        assertThat(f(riscv, 14)).isEqualTo(BOX | NAN);
        assertThat(riscv.x("a2")).as("moves do not look").isEqualTo(ONE);
        assertThat(f(riscv, 15)).isEqualTo(0xFFFF_FFFF_FFFF_3C00L);
        assertThat(f(riscv, 16)).isEqualTo(0xFFFF_FFFF_FFFF_7E00L);
    }

    @Test
    void the_rounding_is_the_instructions_or_the_dynamic_one() {
        Riscv riscv = run(64, """
            li a0, 1
            fcvt.d.w fa0, a0
            li a0, 3
            fcvt.d.w fa1, a0
            fdiv.d fa2, fa0, fa1
            csrr a2, fflags
            fdiv.d fa3, fa0, fa1, rup
            li a0, 3
            fsrm a0
            fdiv.d fa4, fa0, fa1
            frcsr a3
            """);
        long third = Double.doubleToRawLongBits(1.0 / 3);
        assertThat(f(riscv, 12)).isEqualTo(third);
        assertThat(f(riscv, 13)).isEqualTo(third + 1);
        assertThat(f(riscv, 14)).isEqualTo(third + 1);
        assertThat(riscv.x("a2")).as("inexact").isEqualTo(1);
        assertThat(riscv.x("a3")).isEqualTo(3 << 5 | 1);
    }

    @Test
    void a_rounding_that_is_none_is_illegal_where_it_is_used() {
        Riscv riscv = run(64, """
            li a0, 5
            fsrm a0
            fadd.s fa0, fa1, fa2, rtz
            fmin.s fa0, fa1, fa2
            fadd.s fa0, fa1, fa2
            fcvt.w.s a0, fa1
            .word 0x02C5D553 # fadd.d with 5
            """);
        assertThat(riscv.x("s0")).isEqualTo(3);
        assertThat(riscv.x("s1")).isEqualTo(2);
    }

    @Test
    void integers_of_32_bits_are_extended_by_their_sign_even_unsigned_ones() {
        Riscv riscv = run(64, """
            li a0, -1
            fcvt.d.w fa0, a0
            fcvt.d.lu fa1, a0
            fcvt.wu.d a1, fa1
            fcvt.w.d a2, fa0
            fcvt.wu.d a3, fa0
            fcvt.l.d a4, fa1
            """);
        assertThat(riscv.x("a1")).isEqualTo(-1);
        assertThat(riscv.x("a2")).isEqualTo(-1);
        assertThat(riscv.x("a3")).as("too small").isZero();
        assertThat(riscv.x("a4")).as("too large").isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void fused_operations_change_signs_before_they_round_once() {
        Riscv riscv = run(64, """
            li a0, 2
            fcvt.d.w fa0, a0
            li a0, 3
            fcvt.d.w fa1, a0
            li a0, 5
            fcvt.d.w fa2, a0
            fmadd.d fa3, fa0, fa1, fa2
            fmsub.d fa4, fa0, fa1, fa2
            fnmsub.d fa5, fa0, fa1, fa2
            fnmadd.d fa6, fa0, fa1, fa2
            """);
        assertThat(Double.longBitsToDouble(f(riscv, 13))).isEqualTo(11);
        assertThat(Double.longBitsToDouble(f(riscv, 14))).isEqualTo(1);
        assertThat(Double.longBitsToDouble(f(riscv, 15))).isEqualTo(-1);
        assertThat(Double.longBitsToDouble(f(riscv, 16))).isEqualTo(-11);
    }

    @Test
    void a_hart_of_32_bits_loads_doubles_and_has_short_forms_for_singles() {
        Riscv riscv = run(32, """
            la s0, 0x80100000
            li t0, 0x3FF00000
            sw t0, 4(s0)
            fld fa0, 0(s0)
            c.fsd fa0, 8(s0)
            c.fld fa1, 8(s0)
            fcvt.s.d fa2, fa1
            c.fsw fa2, 16(s0)
            c.flw fa3, 16(s0)
            lw a0, 16(s0)
            mv s0, zero
            """);
        assertThat(f(riscv, 11)).isEqualTo(Double.doubleToRawLongBits(1));
        assertThat(f(riscv, 13)).isEqualTo(BOX | ONE);
        assertThat(riscv.x("a0")).isEqualTo(ONE);
    }

    @Test
    void without_the_feature_there_is_nothing_to_switch_on() {
        Riscv riscv = new Riscv(64, "-F").run(START + """
            csrr a0, mstatus
            csrr a1, misa
            .word 0x00C5F553 # fadd.s
            csrrs a2, 3, zero
            ebreak
            """);
        assertThat(riscv.x("a0") >>> 13 & 3).isZero();
        assertThat(riscv.x("a1") & 0x28).isZero();
        assertThat(riscv.x("s0")).isEqualTo(2);
    }
}
