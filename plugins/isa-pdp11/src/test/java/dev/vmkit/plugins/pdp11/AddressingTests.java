package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addressing modes, and the order of what they do (PDP-11/40 processor handbook, chapter 3). */
class AddressingTests {
    private final Pdp11 pdp = new Pdp11();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2000    | r0      | 2000 | 2000
        2000    | (r0)    | 1    | 2000
        2000    | (r0)+   | 1    | 2002
        2004    | @(r0)+  | 2    | 2006
        2004    | -(r0)   | 2    | 2002
        2006    | @-(r0)  | 2    | 2004
        1700    | 102(r0) | 2    | 1700
        2000    | @4(r0)  | 2    | 2000
        0       | @#2000  | 1    | 0
        0       | 2002    | 2    | 0
        0       | @2004   | 2    | 0
        0       | #177776 | 177776 | 0
        """)
    void every_mode_finds_its_operand(String start, String operand, String value, String after) {
        pdp.run("""
                    mov #%s, r0
                    mov %s, r1
                    halt
                    .org 2000
                    .word 1, 2, 2002
            """.formatted(start, operand));
        assertThat(pdp.r(1)).isEqualTo(Integer.parseInt(value, 8));
        assertThat(pdp.r(0)).isEqualTo(Integer.parseInt(after, 8));
    }

    @Test
    void bytes_step_by_one_but_through_the_stack_pointer_by_two() {
        pdp.run("""
                    mov #2000, r0
                    mov sp, r2
                    movb (r0)+, r1
                    movb (r0)+, -(sp)
                    bisb #100, (sp)
                    mov (sp)+, r3
                    halt
                    .org 2000
                    .byte 377, 25
            """);
        assertThat(pdp.r(0)).isEqualTo(2 + 02000);
        assertThat(pdp.r(1)).as("the sign is extended into a register").isEqualTo(0xFFFF);
        assertThat(pdp.r(3) & 0xFF).isEqualTo(0125);
        assertThat(pdp.r(6)).isEqualTo(pdp.r(2));
    }

    @Test
    void a_register_is_read_after_its_own_address_in_the_destination() {
        pdp.run("""
                    mov #2000, r0
                    mov r0, -(r0)
                    mov #3000, r1
                    mov r1, (r1)+
                    halt
            """);
        assertThat(pdp.word(01776)).isEqualTo(01776);
        assertThat(pdp.word(03000)).isEqualTo(03002);
    }

    @Test
    void a_source_in_memory_comes_before_the_destination() {
        pdp.run("""
                    mov #2000, r0
                    mov (r0)+, (r0)
                    add (r0)+, (r0)+
                    halt
                    .org 2000
                    .word 7, 0, 3
            """);
        assertThat(pdp.word(02002)).isEqualTo(7);
        assertThat(pdp.word(02004)).isEqualTo(10);
        assertThat(pdp.r(0)).isEqualTo(02006);
    }

    @Test
    void the_program_counter_is_a_register_that_has_moved_on() {
        pdp.run("""
                    mov pc, r0
                    mov pc, 2000
                    add #4, pc
                    halt
                    halt
                    inc r1
                    halt
            """);
        assertThat(pdp.r(0)).isEqualTo(01002);
        assertThat(pdp.word(02000)).isEqualTo(01006);
        assertThat(pdp.r(1)).isEqualTo(1);
    }
}
