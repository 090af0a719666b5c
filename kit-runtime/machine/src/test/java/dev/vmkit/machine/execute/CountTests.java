package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.machine.hart.Blocked;
import dev.vmkit.machine.hart.Stop;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as an instruction, and where a run ends. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class CountTests {
    private static final String COUNTDOWN = """
        addi r1, r0, 10
        loop: addi r1, r1, -1
        bne r1, r0, loop
        halt
        """;

    private final Bench bench;

    CountTests(Engines.Named engine) {
        bench = Bench.tiny(engine);
    }

    @Test
    void aRunEndsAfterExactlyItsBudget() {
        bench.program(0, COUNTDOWN);

        for (int i = 1; i <= 7; i++) {
            assertThat(bench.run(1)).isEqualTo(new Stop.Budget());
            assertThat(bench.hart().retired()).isEqualTo(i);
        }
        assertThat(bench.get("r", 1)).as("after 1 + 3 rounds of 2").isEqualTo(7);
        assertThat(bench.run(0)).isEqualTo(new Stop.Budget());
        assertThat(bench.hart().retired()).isEqualTo(7);
    }

    @Test
    void slicesMakeNoDifference() {
        bench.program(0, COUNTDOWN);
        assertThat(bench.run(1000)).isEqualTo(new Stop.Halted());
        long whole = bench.hart().retired();

        bench.hart().reset(0);
        int slices = 0;
        while (bench.run(3) instanceof Stop.Budget) {
            slices++;
        }

        assertThat(whole).isEqualTo(22);
        assertThat(bench.hart().retired()).isEqualTo(2 * whole);
        assertThat(slices).isEqualTo(7);
    }

    @Test
    void aHaltedHartStaysHaltedUntilReset() {
        bench.program(0, "halt");

        assertThat(bench.run(10)).isEqualTo(new Stop.Halted());
        assertThat(bench.run(10)).isEqualTo(new Stop.Halted());
        assertThat(bench.hart().retired()).isEqualTo(1);
        bench.put(0, "inc r1\n halt");
        bench.hart().reset(0);
        bench.run(10);
        assertThat(bench.get("r", 1)).isEqualTo(1);
    }

    @Test
    void theLimitMayBeLoweredFromWithin() {
        bench.extern("host", arguments -> {
            bench.hart().limit(bench.hart().retired() + 3);
            return 0;
        });
        bench.program(0, "host r1, r0\n l: inc r2\n beq r0, r0, l");

        assertThat(bench.run(1000)).isEqualTo(new Stop.Budget());
        assertThat(bench.hart().retired()).isEqualTo(3);
    }

    @Test
    void whatAnInstructionSeesOfTheCountDoesNotIncludeItself() {
        bench.program(0, "inc r1\n inc r1\n get.time r2\n halt");
        bench.run(10);

        assertThat(bench.get("r", 2)).isEqualTo(2);
    }

    @Test
    void cyclesAreThoseDeclaredAndThoseTicked() {
        bench.program(0, "slow\n get.cycles r2\n slow\n halt");
        bench.run(10);

        assertThat(bench.get("r", 2)).isEqualTo(7);
        assertThat(bench.hart().cycles()).as("7 + 1 + 7 + 1").isEqualTo(16);
    }

    @Test
    void aBreakpointStopsBeforeItsInstructionAndOnlyOnce() {
        bench.program(0, COUNTDOWN);
        bench.hart().breakpoints().add(bench.label("loop"));

        assertThat(bench.run(100)).isEqualTo(new Stop.Breakpoint(4));
        assertThat(bench.get("r", 1)).isEqualTo(10);
        assertThat(bench.run(100)).isEqualTo(new Stop.Breakpoint(4));
        assertThat(bench.get("r", 1)).isEqualTo(9);
        bench.hart().breakpoints().clear();
        assertThat(bench.run(100)).isEqualTo(new Stop.Halted());
    }

    @Test
    void anExternThatBlocksIsTriedAgainAndCountsOnce() {
        boolean[] ready = {false};
        bench.extern("host", arguments -> {
            if (!ready[0]) {
                throw new Blocked();
            }
            return arguments[0] + 1;
        });
        bench.program(0, "addi r1, r0, 41\n host r2, r1\n halt");

        assertThat(bench.run(10)).isEqualTo(new Stop.Idle());
        assertThat(bench.run(10)).isEqualTo(new Stop.Idle());
        assertThat(bench.hart().retired()).isEqualTo(1);
        ready[0] = true;
        assertThat(bench.run(10)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 2)).isEqualTo(42);
        assertThat(bench.hart().retired()).isEqualTo(3);
    }

    @Test
    void aHartWithoutItsMemoryOrExternsIsNotBuilt() {
        bench.externs.clear();
        assertThatThrownBy(bench::hart).hasMessage("nothing provides host");
        bench.spaces.clear();
        assertThatThrownBy(bench::hart).hasMessageContaining("no memory for the space");
        assertThat(Map.copyOf(bench.spaces)).isEmpty();
    }
}
