package dev.vmkit.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Random programs find out which engine is right, and whether an engine that is not can hide it. */
class FuzzerTests {
    static final List<String> ISAS = SampleIsas.NAMES;
    static final List<String> WITHOUT_TIMERS =
            ISAS.stream().filter(isa -> !isa.equals("timer")).toList();

    @ParameterizedTest
    @FieldSource("ISAS")
    void the_translator_does_what_the_interpreter_does(String isa) {
        assertThat(find(isa, TranslateEngine::eager, 15)).isEmpty();
    }

    /** Not one with timers: one may be due at the very instruction at which this engine stops, which then cannot tell. */
    @ParameterizedTest
    @FieldSource("WITHOUT_TIMERS")
    void so_does_an_interpreter_that_is_started_anew_for_each_instruction(String isa) {
        assertThat(find(isa, StepwiseEngine::new, 10)).isEmpty();
    }

    /** There may be an event in each. */
    @Test
    void whatever_is_drawn_runs_for_at_least_one_instruction() {
        assertThat(ScenarioGenerator.slices(400, () -> 0).instructions()).isGreaterThan(400);
    }

    @ParameterizedTest
    @EnumSource
    void an_engine_that_is_wrong_is_found(Mutant mutant) {
        for (String isa : mutant.isas()) {
            assertThat(find(isa, mutant.factory(), 150)).as(isa).isPresent();
        }
    }

    @Test
    void equal_seeds_find_the_same() {
        assertThat(find("z80", Mutant.LOSES_A_STORE_NOW_AND_THEN.factory(), 60))
                .isEqualTo(find("z80", Mutant.LOSES_A_STORE_NOW_AND_THEN.factory(), 60));
    }

    /** The report of the first program, from seed 0 on, on which an engine is not the interpreter. */
    private static Optional<String> find(String isa, Engine.Factory tested, int cases) {
        Fuzzer fuzzer = new Fuzzer(new Target(isa, SampleIsas.get(isa), List.of()), InterpretEngine::new, tested);
        Optional<Finding> found = Optional.empty();
        for (long seed = 0; seed < cases && found.isEmpty(); seed++) {
            found = fuzzer.run(seed);
        }
        return found.map(Finding::report);
    }
}
