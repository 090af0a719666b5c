package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.EngineStatistics;
import dev.vmkit.machine.hart.RegionStatistics;
import dev.vmkit.machine.translate.TranslateEngine;
import org.junit.jupiter.api.Test;

/** What engines tell about how they executed a program. */
class StatisticsTests {
    private static final String LOOP = """
        addi r3, r0, 500
        loop: sw r3, data(r0)
        lw r4, data(r0)
        add r5, r5, r4
        addi r3, r3, -1
        bne r3, r0, loop
        halt
        .org 0x2000
        data: .word 0
        """;

    private final Bench bench = Bench.tiny(new Engines.Named("translate", TranslateEngine::eager));

    private EngineStatistics statistics() {
        return bench.hart().engine().statistics();
    }

    @Test
    void anInterpreterHasNoRegions() {
        Bench interpreted = Bench.tiny(new Engines.Named("interpret", InterpretEngine::new));
        interpreted.program(0, LOOP);
        interpreted.run(10_000);

        assertThat(interpreted.hart().engine().statistics().regions()).isEqualTo(RegionStatistics.NONE);
    }

    @Test
    void aLoopIsExecutedInItsRegion() {
        bench.program(0, LOOP);
        bench.run(10_000);

        RegionStatistics regions = statistics().regions();
        assertThat(bench.hart().retired()).isEqualTo(1 + 500 * 5 + 1);
        assertThat(regions.made()).isEqualTo(1);
        assertThat(regions.living()).isEqualTo(1);
        assertThat(regions.translated())
                .as("the loop without its beginning and end")
                .isEqualTo(5);
        assertThat(regions.executed()).as("all rounds but the first two").isEqualTo(498 * 5);
        assertThat(regions.handedOver()).as("for the halt").isEqualTo(1);
        assertThat(regions.bytes()).isPositive();
        assertThat(regions.nanoseconds()).isPositive();
    }

    @Test
    void codeWrittenOverIsForgotten() {
        bench.program(0, LOOP);
        bench.run(1_000);
        bench.phys().store(bench.label("loop") + 2, 8, 4);

        RegionStatistics regions = statistics().regions();
        assertThat(regions.overwritten()).isEqualTo(1);
        assertThat(regions.living()).isZero();
        assertThat(regions.bytes()).isZero();
    }

    @Test
    void aPageIsMissedOnce() {
        bench.program(0, LOOP);
        long before = statistics().pages().misses();
        bench.run(10_000);

        assertThat(statistics().pages().misses() - before)
                .as("fetches from one page, loads and stores in another")
                .isEqualTo(3);
    }

    @Test
    void statisticsOfHartsAddUp() {
        bench.program(0, LOOP);
        bench.run(1_000);

        EngineStatistics one = statistics();
        EngineStatistics two = one.plus(one);
        assertThat(two.regions().executed()).isEqualTo(2 * one.regions().executed());
        assertThat(two.regions().bytes()).isEqualTo(2 * one.regions().bytes());
        assertThat(two.pages().misses()).isEqualTo(2 * one.pages().misses());
        assertThat(one.plus(EngineStatistics.NONE)).isEqualTo(one);
    }
}
