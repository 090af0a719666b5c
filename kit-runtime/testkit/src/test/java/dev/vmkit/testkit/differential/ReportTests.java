package dev.vmkit.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.InterpretEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a person gets to read of a difference. */
class ReportTests {
    private static final Finding FOUND = find();

    private static Finding find() {
        Fuzzer fuzzer = new Fuzzer(
                new Target("mos6502", SampleIsas.get("mos6502"), List.of()),
                InterpretEngine::new,
                Mutant.LOSES_A_BIT_EVERY_THOUSANDTH_INSTRUCTION.factory());
        return LongStream.range(0, 100)
                .mapToObj(fuzzer::run)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_says_where_and_what_differs_and_how_to_see_it_again() {
        assertThat(FOUND.report())
                .contains("mos6502: the engines differ after 1000 instructions, found by seed " + FOUND.seed())
                .contains("again: kit fuzz mos6502 --seed " + FOUND.seed() + " --cases 1")
                .containsPattern("A: expected 0x[0-9a-f]+, found 0x[0-9a-f]+");
        assertThat(FOUND.differences()).hasSize(1);
    }

    @Test
    void what_does_not_matter_is_left_out() {
        assertThat(FOUND.report().lines().count()).isLessThan(20);
        assertThat(FOUND.report())
                .doesNotContain("breakpoints")
                .doesNotContain("Patch")
                .doesNotContain("stops at");
    }
}
