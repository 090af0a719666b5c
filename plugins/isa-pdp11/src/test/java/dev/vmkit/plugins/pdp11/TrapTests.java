package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps and interrupts (PDP-11/40 processor handbook, chapters 4 and 7). */
class TrapTests {
    /** Counts in R5 and keeps where the last trap came from in R4, and its status word in R3. */
    private static final String HANDLER = """
        handler: inc r5
                mov (sp), r4
                mov 2(sp), r3
                halt
        """;

    private final Pdp11 pdp = new Pdp11();

    @ParameterizedTest
    @CsvSource({
        "bpt, 14, 1020",
        "iot, 20, 1020",
        "emt 377, 30, 1020",
        "trap 1, 34, 1020",
        ".word 7, 10, 1020",
        ".word 75000, 10, 1020",
        "jmp r1, 4, 1020",
        "tst @#1, 4, 1022",
        "tst @#176000, 4, 1022",
        "jmp @#2001, 4, 2001",
    })
    void every_trap_has_its_vector_and_saves_where_to_go_on(String trap, String vector, String back) {
        pdp.run("mov #handler, @#%s\n mov #340, @#%s+2\n sec\n %s\n halt\n".formatted(vector, vector, trap) + HANDLER);
        assertThat(pdp.r(5)).isEqualTo(1);
        assertThat(pdp.r(4)).isEqualTo(Integer.parseInt(back, 8));
        assertThat(pdp.r(3) & 1).isEqualTo(1);
        assertThat(pdp.get("psw") & 0340).isEqualTo(0340);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mov  (r1), @#2000     | 1020
        add  @(r0)+, @#2000   | 1020
        mov  @#1, @#2000      | 1022
        cmp  @#176000, 2(r3)  | 1022
        bicb @1(r0), @#2000   | 1022
        sub  bytes, @#2000    | 1022
        mov  #1, @#3          | 1024
        mov  2000, 1(r0)      | 1024
        """)
    void a_refused_operand_saves_where_the_words_read_so_far_end(String instruction, String back) {
        pdp.run("mov #handler, @#4\n mov #340, @#6\n inc r1\n %s\n halt\n".formatted(instruction) + HANDLER
                + "        .byte 0\nbytes:  .byte 0\n        .org 0\n        .word 1\n");
        assertThat(pdp.r(4)).isEqualTo(Integer.parseInt(back, 8));
    }

    @Test
    void a_traced_program_traps_after_each_instruction() {
        pdp.run("""
                    mov #step, @#14
                    mov #340, @#16
                    mov #20, -(sp)
                    mov #begin, -(sp)
                    rtt
            begin:  inc r0
                    inc r0
                    clr -(sp)
                    mov #end, -(sp)
                    rti
            end:    halt
            step:   inc r5
                    rtt
            """);
        assertThat(pdp.r(0)).isEqualTo(2);
        assertThat(pdp.r(5)).isEqualTo(5);
        assertThat(pdp.get("psw") & 020).isZero();
    }

    @Test
    void rti_to_a_traced_program_traps_at_once() {
        pdp.run("""
                    mov #step, @#14
                    mov #20, -(sp)
                    mov #begin, -(sp)
                    rti
            begin:  inc r0
                    halt
            step:   mov (sp), r4
                    bic #20, 2(sp)
                    rti
            """);
        assertThat(pdp.r(4)).isEqualTo(01020);
        assertThat(pdp.r(0)).isEqualTo(1);
    }

    @Test
    void a_low_stack_is_told_of_after_the_instruction() {
        pdp.run("mov #handler, @#4\n mov #340, @#6\n mov #400, sp\n mov #7, -(sp)\n inc r0\n halt\n" + HANDLER);
        assertThat(pdp.r(5)).isEqualTo(1);
        assertThat(pdp.word(0376)).isEqualTo(7);
        assertThat(pdp.r(0)).isZero();
    }

    @Test
    void without_a_stack_a_trap_saves_what_it_can_at_the_bottom() {
        pdp.run("mov #handler, @#4\n mov #340, @#6\n mov #1, sp\n emt 0\n halt\nhandler: mov (sp), r4\n halt\n");
        assertThat(pdp.r(4)).isEqualTo(01022);
        assertThat(pdp.r(6)).isZero();
    }

    @Test
    void an_interrupt_is_taken_once_when_the_priority_lets_it() {
        pdp.raise(0100, 6).run("""
                    mov #tick, @#100
                    mov #300, @#102
                    mov #300, @#177776
                    inc r0
                    mov r5, r1
                    clr @#177776
                    inc r0
                    halt
            tick:   inc r5
                    rti
            """);
        assertThat(pdp.r(1)).isZero();
        assertThat(pdp.r(5)).isEqualTo(1);
        assertThat(pdp.r(0)).isEqualTo(2);
    }
}
