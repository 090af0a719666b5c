package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.Bench;
import dev.vmkit.machine.execute.Engines;
import dev.vmkit.machine.hart.RegionStatistics;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Ram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loops over memory whose pages lie in another order than their addresses say. */
class PagedLoopsTests {
    private static final int TABLE = 0x8000;
    private static final int FRAMES = 0x100000;
    private static final int PAGE = 0x1000;
    private static final int DATA = 0x10000;

    private static final String WALK = """
        again: addi r1, r4, 0
        loop: lw r2, 0(r1)
        addi r2, r2, 1
        sw r2, 0(r1)
        addi r1, r1, 4
        bne r1, r5, loop
        addi r6, r6, -1
        bne r6, r0, again
        halt
        """;

    private static final String FRAME = """
        loop: sw r6, 0(r1)
        lw r2, 0(r1)
        sw r2, 8(r1)
        lw r3, 8(r1)
        addi r6, r6, -1
        bne r6, r0, loop
        halt
        """;

    private final Ram ram = new Ram(0x100000, 1, true);
    private final Bench bench =
            Bench.tiny(new Engines.Named("translate", TranslateEngine::eager)).map("phys", FRAMES, ram);

    @BeforeEach
    void oneToOne() {
        for (int page = 0; page < 16; page++) {
            entry(page, page * PAGE, true);
        }
    }

    /** Eight pages of data, the last one of memory first. */
    private void program(String source, int rounds) {
        for (int page = 0; page < 8; page++) {
            entry(DATA / PAGE + page, frame(page), true);
        }
        bench.put(0x40, "get.what r14\n halt");
        bench.program(0x100, source);
        bench.set("table", 0, TABLE);
        bench.set("status", 0, 2);
        bench.set("r", 1, DATA + PAGE - 8);
        bench.set("r", 4, DATA);
        bench.set("r", 5, DATA + 8 * PAGE);
        bench.set("r", 6, rounds);
        bench.hart().engine().flush();
    }

    private static int frame(int page) {
        return FRAMES + (7 - page) * PAGE;
    }

    private void entry(int page, int frame, boolean writable) {
        bench.phys().store(TABLE + 4 * page, 32, frame | (writable ? 3 : 1));
    }

    private RegionStatistics regions() {
        return bench.hart().engine().statistics().regions();
    }

    @Test
    void aWalkThroughPagesStaysInItsRegion() {
        program(WALK, 5);

        assertThat(bench.run(1_000_000)).isEqualTo(new Stop.Halted());
        for (int i = 0; i < 8 * PAGE; i += 4) {
            assertThat(bench.phys().load(FRAMES + i, 32)).isEqualTo(5);
        }
        assertThat(regions().handedOver()).isLessThan(40);
    }

    @Test
    void accessesToOneFrameMayLeadToTwoPages() {
        program(FRAME, 10_000);

        assertThat(bench.run(1_000_000)).isEqualTo(new Stop.Halted());
        assertThat(bench.phys().load(frame(0) + PAGE - 8, 32)).isEqualTo(1);
        assertThat(bench.phys().load(frame(1), 32)).isEqualTo(1);
        assertThat(bench.get("r", 3)).isEqualTo(1);
    }

    @Test
    void whoWatchesALineIsToldOfAWalkOverIt() {
        program(WALK, 2);
        bench.run(3_000);
        int[] told = {0};
        ram.observe((_, offset, _) -> told[0] = offset);
        ram.watch(frame(2) - FRAMES + 256, 4);
        bench.run(1_000_000);

        assertThat(told[0]).isEqualTo(frame(2) - FRAMES + 256);
    }

    @Test
    void aWalkIsFastBesideALineThatIsWatched() {
        program(WALK, 2);
        ram.watch(frame(2) - FRAMES + 256, 4);
        bench.run(1_000_000);

        assertThat(regions().handedOver()).isLessThan(40);
    }

    @Test
    void aWalkTrapsWhereAPageMayNotBeWrittenAnyMore() {
        program(WALK, 100);
        bench.run(90_000);
        entry(DATA / PAGE + 3, frame(3), false);
        bench.hart().engine().flush();

        assertThat(bench.run(1_000_000)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 14)).isEqualTo(DATA + 3 * PAGE);
    }
}
