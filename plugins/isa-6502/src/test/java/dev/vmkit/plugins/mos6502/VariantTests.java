package dev.vmkit.plugins.mos6502;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.InterpretEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long instructions take, and where the 65C02 differs from the 6502. */
class VariantTests {
    private static Computer after(String variant, String lines, int instructions) {
        String program = "        .org $0300\nreset:\n" + lines.replace("; ", "\n")
                + "\n        .org $FFFC\n        .word reset\n";
        return new Computer(variant, InterpretEngine::new, program).runs(instructions);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lda $1234,Y | 4 | 4",
                "ldy #1; lda $12FF,Y | 2 + 5 | 2 + 5",
                "ldy #1; sta $1200,Y | 2 + 5 | 2 + 5",
                "ldy #1; sta ($10),Y | 2 + 6 | 2 + 6",
                "dec $10; ldy #1; lda ($10),Y | 5 + 2 + 6 | 5 + 2 + 6",
                "asl $1234,X | 7 | 6",
                "inc $1234,X | 7 | 7",
                "asl A | 2 | 2",
                "clc; bcc near; near: | 2 + 3 | 2 + 3",
                "clc; bcc $02F0 | 2 + 4 | 2 + 4",
                "jmp ($1234) | 5 | 6",
                "sed; adc #1 | 2 + 2 | 2 + 3"
            })
    void an_instruction_takes_its_cycles(String lines, String nmos, String cmos) {
        int instructions = lines.endsWith(":")
                ? 2
                : (int) lines.chars().filter(c -> c == ';').count() + 1;
        assertThat(after("nmos", lines, instructions).hart().cycles()).isEqualTo(sum(nmos));
        assertThat(after("65c02", lines, instructions).hart().cycles()).isEqualTo(sum(cmos));
    }

    private static long sum(String cycles) {
        return java.util.Arrays.stream(cycles.split(" \\+ "))
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Test
    void a_jump_through_the_end_of_a_page_is_mended() {
        String lines =
                "lda #$04; sta $12FF; lda #$05; sta $1300; lda #$06; sta $1200; lda #$34; sta $12FF; jmp ($12FF)";
        assertThat(after("nmos", lines, 9).at("pc")).isEqualTo(0x0634);
        assertThat(after("65c02", lines, 9).at("pc")).isEqualTo(0x0534);
    }

    @Test
    void decimal_sums_set_flags_by_the_sum_only_on_the_65C02() {
        String lines = "sed; lda #$99; clc; adc #$01";
        assertThat(after("nmos", lines, 4).at("Z")).isZero();
        assertThat(after("65c02", lines, 4).at("Z")).isEqualTo(1);
        assertThat(after("65c02", lines, 4).at("A")).isZero();
        assertThat(after("65c02", lines, 4).at("C")).isEqualTo(1);
    }

    @Test
    void bits_of_page_zero_are_instructions_of_some_makers_alone() {
        String lines = "smb3 $10; bbs3 $10, far; nop; far: ldx #7";
        assertThat(after("65c02", lines, 3).at("X")).isEqualTo(7);
        assertThat(after("r65c02", lines, 3).at("mem[0x10]")).isEqualTo(8);
        assertThat(after("sy65c02", ".byte $B7; ldx #7", 2).hart().cycles()).isEqualTo(1 + 2);
    }
}
