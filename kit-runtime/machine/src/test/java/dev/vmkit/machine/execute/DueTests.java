package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is due is done between two instructions though nobody requests it; a request that was acknowledged is over. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class DueTests {
    private static final String ISA = """
        isa: traced
        byte-order: big
        spaces: { mem: { addr: 16, unit: 8 } }
        registers:
          trace: { width: 8 }
          open: { width: 1 }
          n, taken, last, heard: { width: 16 }
          pc: { width: 16, role: pc }
        externs: { "b16 acknowledge(b16 vector)": { device: cpu } }
        operands: { v: { int: u8 } }
        instructions:
          inc:   { encode: "0x0100", do: "n = n + 1" }
          trace: { encode: "0x02 v", asm: "{v}", do: "trace = v" }
          open:  { encode: "0x03 v", asm: "{v}", do: "open = v != 0" }
          wait:  { encode: "0x0400", do: "wait()" }
          back:  { encode: "0x05 v", asm: "{v}", do: "if n < 100 { pc = v }" }
          halt:  { encode: "0x0600", do: "halt()" }
        hooks:
          due: "trace[0] && n >= 3"
          pending: "open && level > 0"
          interrupt: |
            taken = taken + 1
            last = vector
            if vector == 0 { trace = trace >> 1 } else { heard = heard + acknowledge(vector) + acknowledge(vector) }
        """;

    private final Bench bench;

    DueTests(Engines.Named engine) {
        bench = new Bench(TestIsas.parse(ISA), engine).ram("mem", 0, 0x1000);
    }

    private List<Long> taken() {
        return List.of(bench.get("n"), bench.get("taken"), bench.get("last"));
    }

    @Test
    void itIsDoneAtTheFirstBoundaryAtWhichTheConditionHolds() {
        bench.program(0, "trace 1\n inc\n inc\n inc\n inc\n halt");

        bench.run(4);
        assertThat(taken()).containsExactly(3L, 0L, 0L);
        bench.run(1);
        assertThat(taken()).containsExactly(4L, 1L, 0L);
        assertThat(bench.run(10)).isEqualTo(new Stop.Halted());
        assertThat(taken()).containsExactly(4L, 1L, 0L);
    }

    @Test
    void aLoopIsLeftForItOnceForEachBoundary() {
        bench.program(0, "trace 7\n inc\n back 2\n halt");

        assertThat(bench.run(1000)).isEqualTo(new Stop.Halted());
        assertThat(taken()).containsExactly(100L, 3L, 0L);
    }

    @Test
    void itComesBeforeWhatIsRequestedAndWakesWhoWaits() {
        bench.program(0, "inc\n inc\n open 1\n inc\n wait\n trace 1\n wait\n halt");
        bench.run(4);
        bench.hart().setLine(6, 1, true);

        assertThat(bench.run(1)).isEqualTo(new Stop.Budget());
        assertThat(taken()).containsExactly(3L, 1L, 6L);
        assertThat(bench.run(10)).isEqualTo(new Stop.Idle());
        bench.hart().setLine(6, 1, false);
        bench.hart().setLine(6, 1, true);
        assertThat(bench.run(10)).isEqualTo(new Stop.Idle());
        assertThat(taken()).containsExactly(3L, 3L, 0L);
    }

    @Test
    void aLineThatWasAcknowledgedCountsAsLoweredUntilItIsRaisedAnew() {
        bench.program(0, "open 1\n inc\n inc\n inc\n inc\n halt");
        bench.hart().setLine(6, 2, true);
        bench.hart().setLine(4, 1, true);

        bench.run(4);
        assertThat(taken()).containsExactly(3L, 2L, 4L);
        assertThat(bench.get("heard")).as("each was raised once").isEqualTo(2);
        assertThat(bench.hart().lines().raised()).isEmpty();
        var saved = bench.hart().save();
        bench.hart().setLine(4, 1, false);
        bench.hart().setLine(4, 1, true);
        bench.run(1);
        assertThat(bench.get("heard")).isEqualTo(3);
        bench.hart().load(saved);
        assertThat(bench.run(10)).isEqualTo(new Stop.Halted());
        assertThat(taken()).containsExactly(4L, 2L, 4L);
    }
}
