package dev.vmkit.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class FuzzerTests {
    static final List<String> ISAS = SampleIsas.NAMES;
    private static final int MOST_CASES = 300;

    @ParameterizedTest
    @FieldSource("ISAS")
    void anInterpreterThatIsStartedAnewForEachInstructionDoesTheSame(String isa) {
        assertThat(find(isa, StepwiseEngine::new, 60)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatIsWrongIsFound(Mutant mutant) {
        for (String isa : List.of("mos6502", "rv64iac", "z80")) {
            assertThat(find(isa, mutant.factory(), MOST_CASES)).as(isa).hasValueSatisfying(found -> System.out.println(found.report()));
        }
    }

    private static Optional<Finding> find(String isa, Engine.Factory tested, int cases) {
        Fuzzer fuzzer = new Fuzzer(new Target(isa, SampleIsas.get(isa), List.of()), InterpretEngine::new, tested);
        long t = System.nanoTime();
        Optional<Finding> found = Optional.empty();
        for (long seed = 0; seed < cases && found.isEmpty(); seed++) {
            found = fuzzer.run(seed);
        }
        System.out.println(isa + " " + fuzzer.cases() + " " + fuzzer.instructions() + " " + fuzzer.looks() + " " + (System.nanoTime() - t) / 1000000);
        return found;
    }
}
