package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.Bench;
import dev.vmkit.machine.execute.Engines;
import dev.vmkit.machine.hart.RegionStatistics;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Ram;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A guest that goes from one address space to the next")
class ManyAddressSpacesTests {
    private static final int SPACES = 3_000;
    private static final int FRAMES = 0x100000;
    private static final int PAGE = 0x1000;
    private static final int PAGES = 16;
    private static final int TABLE = 4 * PAGES;
    private static final int DATA = 8;
    private static final int DATA_FRAMES = 64;

    private static final int ROUNDS = 20;

    /** In each it adds, again and again, to what is at one address, which is another place in each. */
    private static final String VISIT = """
        next: set.table r7
        addi r8, r0, 20
        loop: lw r2, 0(r1)
        add r2, r2, r6
        sw r2, 0(r1)
        addi r8, r8, -1
        bne r8, r0, loop
        addi r7, r7, 64
        addi r6, r6, -1
        bne r6, r0, next
        halt
        """;

    private final Ram ram = new Ram(0x100000, 1, true);
    private final Bench bench =
            Bench.tiny(new Engines.Named("translate", TranslateEngine::eager)).map("phys", FRAMES, ram);

    private static int table(int space) {
        return FRAMES + DATA_FRAMES * PAGE + space * TABLE;
    }

    private static int frame(int space) {
        return FRAMES + space % DATA_FRAMES * PAGE;
    }

    private void spaces() {
        for (int space = 0; space < SPACES; space++) {
            for (int page = 0; page < PAGES; page++) {
                int leads = page == DATA ? frame(space) : page * PAGE;
                bench.phys().store(table(space) + 4 * page, 32, leads | 3);
            }
        }
        bench.program(0x100, VISIT);
        bench.set("table", 0, table(0));
        bench.set("status", 0, 2);
        bench.set("r", 1, DATA * PAGE);
        bench.set("r", 7, table(0));
        bench.set("r", 6, SPACES);
        bench.hart().engine().flush();
    }

    @Test
    void findsItsMemoryInEachAndRunsTheSameCode() {
        spaces();

        assertThat(bench.run(1_000_000)).isEqualTo(new Stop.Halted());
        for (int frame = 0; frame < DATA_FRAMES; frame++) {
            int sum = 0;
            for (int space = frame; space < SPACES; space += DATA_FRAMES) {
                sum += ROUNDS * (SPACES - space);
            }
            assertThat(bench.phys().load(FRAMES + frame * PAGE, 32)).isEqualTo(sum);
        }
        RegionStatistics regions = bench.hart().engine().statistics().regions();
        assertThat(regions.made()).isLessThan(4);
        assertThat(regions.executed()).isGreaterThan(SPACES * ROUNDS * 4L);
    }
}
