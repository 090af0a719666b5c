package dev.vmkit.language.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.semantics.Checked;
import dev.vmkit.language.text.SourceFile;
import org.junit.jupiter.api.Test;

class EvaluatorTests {
    private static final Isa ISA = Checked.isa(new SourceFile("functions", """
        isa: functions
        byte-order: little
        spaces: { mem: { addr: 16, unit: 8 } }
        registers: { a: { width: 16 }, pc: { width: 16, role: pc } }
        functions:
          b8 parity(b8 v): |
            var b8 p = 0
            for i in 0 .. 7 { if v[i] { p = p ^ 1 } }
            return p
          (b8, bool) half(b8 v): "return v >> 1, v[0]"
          b8 collatz(b8 v): |
            let h, odd = half(v)
            if odd { return v * 3 + 1 }
            return h
          b4 kind(b8 v): |
            match v {
              0, 1 { return 1 }
              255 { return 2 }
              else { return 3 }
            }
          b16 state(b8 v): "return a"
        instructions:
          x: { encode: "00000000", do: "" }
        """));

    private static long call(String function, long argument) {
        Function f = ISA.functions().get(function);
        if (f == null) {
            throw new AssertionError(function);
        }
        return Evaluator.call(f, argument);
    }

    @Test
    void functionsAreEvaluatedWithoutAMachine() {
        assertThat(call("parity", 0b0111)).isEqualTo(1);
        assertThat(call("collatz", 10)).isEqualTo(5);
        assertThat(call("collatz", 7)).isEqualTo(22);
        assertThat(call("kind", 1)).isEqualTo(1);
        assertThat(call("kind", 255)).isEqualTo(2);
        assertThat(call("kind", 9)).isEqualTo(3);
    }

    @Test
    void argumentsAreCutToTheirWidth() {
        assertThat(call("kind", 0x1FF)).isEqualTo(2);
    }

    @Test
    void whatNeedsAMachineIsRefused() {
        assertThatThrownBy(() -> call("state", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a machine");
    }

    @Test
    void everyConditionOfTheSamplesCanBeDecided() {
        for (String sample : Samples.ALL) {
            for (Instruction i : Checked.sample(sample).instructions()) {
                i.where()
                        .ifPresent(where -> assertThat(Evaluator.evaluate(
                                        where, new long[i.form().operands().size()]))
                                .isBetween(0L, 1L));
            }
        }
    }
}
