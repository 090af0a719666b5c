package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results and condition codes (PDP-11/40 processor handbook, chapter 4, and appendix on the KE11-E); numbers are octal. */
class ArithmeticTests {
    private final Pdp11 pdp = new Pdp11();

    private static int octal(String text) {
        return Integer.parseInt(text, 8);
    }

    @ParameterizedTest
    @CsvSource({
        "add, 77777, 1, 100000, 12",
        "add, 177777, 1, 0, 5",
        "sub, 1, 100000, 77777, 2",
        "sub, 1, 0, 177777, 11",
        "cmp, 1, 2, 2, 11",
        "bit, 100, 300, 300, 1",
        "bic, 17, 377, 360, 1",
        "bis, 100000, 1, 100001, 11",
        "xor, 177777, 177777, 0, 5",
    })
    void two_operands(String op, String source, String before, String after, String codes) {
        pdp.run("mov #%s, r0\n mov #%s, r1\n sec\n %s r0, r1\n mov @#177776, r2\n halt".formatted(source, before, op));
        assertThat(pdp.r(1)).isEqualTo(octal(after));
        assertThat(pdp.r(2)).isEqualTo(octal(codes));
    }

    @ParameterizedTest
    @CsvSource({
        "com, 0, 177777, 11",
        "inc, 77777, 100000, 13",
        "dec, 100000, 77777, 3",
        "neg, 100000, 100000, 13",
        "neg, 0, 0, 4",
        "adc, 177777, 0, 5",
        "sbc, 0, 177777, 11",
        "sbc, 100000, 77777, 2",
        "tst, 0, 0, 4",
        "ror, 1, 100000, 11",
        "rol, 100000, 1, 3",
        "asr, 100001, 140000, 11",
        "asl, 40000, 100000, 12",
        "swab, 200, 100000, 4",
        "clr, 5, 0, 4",
        "comb, 12377, 12000, 5",
        "decb, 200, 177, 3",
        "rorb, 1001, 1200, 11",
    })
    void one_operand(String op, String before, String after, String codes) {
        pdp.run("mov #%s, r1\n sec\n %s r1\n mov @#177776, r2\n halt".formatted(before, op));
        assertThat(pdp.r(1)).isEqualTo(octal(after));
        assertThat(pdp.r(2)).isEqualTo(octal(codes));
    }

    @ParameterizedTest
    @CsvSource({
        "mul, 3, 177776, 0, 177777, 177772, 10",
        "mul, 400, 400, 0, 1, 0, 1",
        "div, 3, 0, 144, 41, 1, 0",
        "div, 177775, 0, 144, 177737, 1, 10",
        "div, 0, 1, 2, 1, 2, 7",
        "div, 1, 1, 0, 1, 0, 2",
        "div, 177777, 100000, 0, 100000, 0, 2",
        "ash, 3, 10000, 0, 100000, 0, 12",
        "ash, 77, 3, 0, 1, 0, 1",
        "ash, 40, 100000, 0, 177777, 0, 11",
        "ash, 20, 1, 0, 0, 0, 7",
        "ashc, 1, 40000, 100000, 100001, 0, 12",
        "ashc, 77, 100000, 1, 140000, 0, 11",
        "ashc, 0, 0, 0, 0, 0, 4",
    })
    void the_extended_instructions(
            String op, String source, String high, String low, String highAfter, String lowAfter, String codes) {
        pdp.run("mov #%s, r0\n mov #%s, r2\n mov #%s, r3\n sec\n %s r0, r2\n mov @#177776, r4\n halt"
                .formatted(source, high, low, op));
        assertThat(pdp.r(2)).isEqualTo(octal(highAfter));
        assertThat(pdp.r(3)).isEqualTo(octal(lowAfter));
        assertThat(pdp.r(4)).isEqualTo(octal(codes));
    }

    @Test
    void what_is_written_to_the_status_word_counts_and_not_the_condition_codes_of_that() {
        pdp.run("mov #341, @#177776\n mov @#177776, r0\n clrb @#177776\n mov @#177776, r1\n halt");
        assertThat(pdp.r(0)).isEqualTo(0341);
        assertThat(pdp.r(1)).isZero();
    }

    @Test
    void sob_counts_a_loop() {
        pdp.run("mov #12, r0\nloop: add r0, r1\n sob r0, loop\n halt");
        assertThat(pdp.r(1)).isEqualTo(55);
    }

    @Test
    void subroutines_link_through_a_register_and_mark_drops_arguments() {
        pdp.run("""
                    mov #7, r5
                    mov r5, -(sp)
                    mov #3, -(sp)
                    mov #4, -(sp)
                    mov #6402, -(sp)        ; mark 2
                    mov sp, r5
                    jsr pc, sum
                    halt
            sum:    mov 4(r5), r0
                    add 2(r5), r0
                    rts r5
            """);
        assertThat(pdp.r(0)).isEqualTo(7);
        assertThat(pdp.r(5)).isEqualTo(7);
        assertThat(pdp.r(6)).isEqualTo(01000);
    }
}
