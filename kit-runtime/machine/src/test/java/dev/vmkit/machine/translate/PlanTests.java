package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.Bench;
import dev.vmkit.machine.execute.Engines;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.RegionStatistics;
import org.junit.jupiter.api.Test;

/** A region is as much of its plan as the JVM will compile. */
class PlanTests {
    private static final Options HUGE = Options.eager(new Options.Pace(2, 3_000, Integer.MAX_VALUE, 1));

    /** A loop of many blocks, of which each stores. */
    private static String loop() {
        StringBuilder code = new StringBuilder("addi r3, r0, 50\nloop:\n");
        for (int i = 0; i < 300; i++) {
            code.append("addi r1, r1, %d\n sw r1, 0x4000(r0)\n bne r1, r0, l%d\n l%d:\n".formatted(i + 1, i, i));
        }
        return code.append("addi r3, r3, -1\n beq r3, r0, end\n beq r0, r0, loop\n end: halt")
                .toString();
    }

    @Test
    void whatTheJvmWouldNotCompileIsHalved() {
        Bench interpreted =
                Bench.tiny(new Engines.Named("interpret", InterpretEngine::new)).program(0, loop());
        interpreted.run(1_000_000);
        Bench translated = Bench.tiny(new Engines.Named(
                        "translate",
                        hart -> new InterpretEngine(
                                hart, guest -> new Forms(guest, 0), guest -> new Translator(guest, HUGE))))
                .program(0, loop());
        translated.run(1_000_000);

        RegionStatistics regions = translated.hart().engine().statistics().regions();
        assertThat(regions.tooLarge()).isZero();
        assertThat(regions.executed()).isPositive();
        assertThat(translated.get("r", 1)).isEqualTo(interpreted.get("r", 1));
        assertThat(translated.hart().retired()).isEqualTo(interpreted.hart().retired());
    }
}
