package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.StateTree;
import dev.vmkit.machine.execute.Bench;
import dev.vmkit.machine.execute.Engines;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.RegionStatistics;
import dev.vmkit.machine.memory.Ram;
import org.junit.jupiter.api.Test;

/** When regions are made, used and forgotten. What they compute is compared to the interpreter elsewhere. */
class TranslatorTests {
    private static final String LOOP = """
        loop: addi r2, r2, 1
        sw r2, 0x1000(r0)
        bne r2, r3, loop
        beq r0, r0, loop
        """;

    private static final int MOST = 3;
    private static final Options FEW = short4(2, MOST);

    private static Options short4(int threshold, int most) {
        Options.Pace pace = new Options.Pace(threshold, 4, Integer.MAX_VALUE, 1);
        return new Options(pace, pace, 0, 0, 1, most, false, 0);
    }

    private static Bench bench(Options options) {
        return Bench.tiny(new Engines.Named(
                "translate",
                hart -> new InterpretEngine(
                        hart, guest -> new Forms(guest, 0), guest -> new Translator(guest, options))));
    }

    private static RegionStatistics regions(Bench bench) {
        return bench.hart().engine().statistics().regions();
    }

    @Test
    void aLoopIsExecutedInOneRegion() {
        Bench bench = bench(Options.EAGER).program(0, LOOP);
        bench.run(100_000);

        assertThat(bench.hart().retired()).isEqualTo(100_000);
        assertThat(regions(bench).made()).isEqualTo(1);
        assertThat(regions(bench).executed()).isGreaterThan(99_000);
    }

    /** As harts take them, and guests with short slices. */
    @Test
    void aLoopThatRunsInShortTurnsIsExecutedInARegion() {
        Options usual = Options.TIERED;
        Bench bench = bench(new Options(
                        usual.quick(),
                        usual.full(),
                        usual.promotion(),
                        usual.enough(),
                        usual.least(),
                        usual.most(),
                        false,
                        0))
                .program(0, LOOP);
        for (int turn = 0; turn < 100; turn++) {
            bench.run(1_000);
        }

        assertThat(regions(bench).made()).isEqualTo(1);
        assertThat(regions(bench).executed()).isGreaterThan(50_000);
    }

    @Test
    void codeThatIsLongerThanARegionIsTranslatedToItsEndSoon() {
        Bench bench = bench(short4(160, 100)).program(0, "loop: " + "addi r2, r2, 1\n".repeat(39) + "beq r0, r0, loop");
        bench.run(160 * 40);
        assertThat(regions(bench).made()).isLessThan(2);
        bench.run(160 * 40); // twice as often as for its beginning, not ten times

        assertThat(regions(bench).made()).isEqualTo(10);
    }

    @Test
    void aRunEndsAfterExactlyTheInstructionsAskedFor() {
        Bench bench = bench(Options.EAGER).program(0, LOOP);
        bench.run(1_000);
        for (int budget = 0; budget < 40; budget++) {
            long before = bench.hart().retired();
            bench.run(budget);
            assertThat(bench.hart().retired() - before).isEqualTo(budget);
        }
    }

    @Test
    void aRegionIsForgottenWhenItsInstructionsAreWrittenOver() {
        Bench bench = bench(Options.EAGER).program(0, LOOP);
        bench.run(1_000);
        bench.phys().store(3, 8, 2); // loop: addi r2, r2, 0x201
        long before = bench.get("r", 2);
        bench.run(3);

        assertThat(regions(bench).overwritten()).isEqualTo(1);
        assertThat(bench.get("r", 2) - before).isEqualTo(0x201);
    }

    @Test
    void dataBesideInstructionsLeavesThemAlone() {
        Bench bench = bench(Options.EAGER).program(0, LOOP);
        bench.run(1_000);
        bench.phys().store(16, 32, 7);
        bench.run(1_000);

        assertThat(regions(bench).overwritten()).isZero();
    }

    @Test
    void aRegionOfTwoPagesIsFoundAgainAfterAFlush() {
        Bench bench = bench(Options.EAGER).program(0xFF8, LOOP.replace("0x1000", "0x2000"));
        bench.run(999); // whole rounds
        bench.hart().engine().flush();
        bench.run(1_000);

        assertThat(regions(bench).made()).isEqualTo(1);
        assertThat(regions(bench).executed()).isGreaterThan(1_900);
    }

    @Test
    void thereAreNeverMoreRegionsThanAllowed() {
        StringBuilder loops = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            loops.append("addi r3, r0, 10\n l%d: addi r3, r3, -1\n bne r3, r0, l%d\n set.status r0\n".formatted(i, i));
        }
        Bench bench = bench(FEW).program(0, loops + "halt");
        bench.run(10_000);

        assertThat(regions(bench).made()).isGreaterThan(MOST);
        assertThat(regions(bench).living()).isLessThanOrEqualTo(MOST);
        assertThat(regions(bench).evicted()).isPositive();
    }

    @Test
    void whatAQuickRegionHasExecutedLongEnoughIsExecutedInAFullOne() {
        Options.Pace quick = new Options.Pace(2, 120, 10, 1);
        Options.Pace full = new Options.Pace(2, 120, 0, 2_000);
        Bench bench = bench(new Options(quick, full, 500, 0, 1, 10, false, 0)).program(0, LOOP);
        bench.run(1_000);
        assertThat(regions(bench).quick()).isEqualTo(1);
        assertThat(regions(bench).made()).isEqualTo(1);
        bench.run(9_000); // of which the region executes 200 at a time, and after 2,000 there may be a full one

        assertThat(regions(bench).made()).isEqualTo(2);
        assertThat(regions(bench).living()).as("the full one").isEqualTo(1);
        assertThat(regions(bench).dropped()).as("the quick one").isEqualTo(1);
        assertThat(regions(bench).quickly()).isBetween(1_900L, 2_600L);
        assertThat(regions(bench).executed()).isGreaterThan(9_900);
    }

    /** Two address spaces have different code at the same addresses. */
    @Test
    void aFullRegionReplacesNoQuickOneOfAnotherAddressSpace() {
        int[] tables = {0x8000, 0x9000};
        Options.Pace quick = new Options.Pace(2, 120, 10, 1);
        Options.Pace full = new Options.Pace(2, 120, 0, 2_000);
        Bench bench = bench(new Options(quick, full, 500, 0, 1, 10, false, 0));
        for (int space = 0; space < 2; space++) {
            for (int page = 0; page < 16; page++) {
                int leads = page == 4 ? page + space : page;
                bench.phys().store(tables[space] + 4 * page, 32, leads << 12 | 3);
            }
        }
        bench.put(0x4000, LOOP);
        bench.put(0x5000, LOOP.replace("1\n", "2\n"));
        for (int turn = 0; turn < 3; turn++) {
            int space = turn == 1 ? 1 : 0;
            bench.hart().reset(0x4000);
            bench.set("table", 0, tables[space]);
            bench.set("status", 0, 2);
            bench.set("r", 3, -1);
            bench.hart().engine().flush();
            bench.run(turn == 1 ? 9_000 : 100);
        }

        assertThat(regions(bench).living()).as("a quick one, and a full one").isEqualTo(2);
        assertThat(regions(bench).made()).as("and the latter in place of one").isEqualTo(3);
    }

    @Test
    void whereARegionWouldBeTooLargeItIsTriedEverMoreSeldom() {
        int length = 300;
        Options.Pace full = new Options.Pace(2, 2 * length, 16, 1_000_000);
        String code = "loop: " + "sw r2, 0x4000(r0)\n addi r2, r2, 4\n".repeat(length / 2) + "beq r0, r0, loop";
        Bench bench =
                bench(new Options(full, full, 1_000_000, 0, 1, 10, false, 0)).program(0, code);
        bench.run(40L * length);

        assertThat(regions(bench).made()).isZero();
        assertThat(regions(bench).tooLarge()).isBetween(1L, 8L);
    }

    /** There may be one region more for so many instructions: counted from where it was put back to. */
    @Test
    void aHartThatIsPutBackToItsBeginningIsTranslatedAgain() {
        Options.Pace none = new Options.Pace(2, 120, 0, Integer.MAX_VALUE);
        Options.Pace full = new Options.Pace(2, 120, 1, 1_000_000);
        Bench bench = bench(new Options(none, full, 0, 0, 1, 10, false, 0)).program(0, LOOP);
        StateTree beginning = bench.hart().save();
        for (int times = 0; times < 3; times++) {
            bench.run(1_000_000);
            bench.phys().store(3, 8, 0); // as it was
        }
        bench.hart().load(beginning);
        long before = regions(bench).executed();
        bench.run(100_000);

        assertThat(regions(bench).executed() - before).isGreaterThan(90_000);
    }

    @Test
    void codeThatRunsOnceIsNotTranslated() {
        Bench bench = bench(Options.TIERED).program(0, "addi r2, r2, 1\n".repeat(200) + "halt");
        bench.run(10_000);

        assertThat(regions(bench).made()).isZero();
    }

    @Test
    void aLoopThatDoesNothingButAskADeviceIsLeftToTheInterpreter() {
        Bench bench = bench(Options.EAGER)
                .map("phys", 0x20000, new Ram(0x1000, 1, true))
                .program(0, "lui_loop: lw r1, 0x7000(r2)\n beq r1, r0, lui_loop");
        bench.set("r", 2, 0x19000); // the smaller of two memories is none that a region reaches by itself
        bench.run(10_000);

        assertThat(regions(bench).handedOver()).isLessThan(1_000);
    }
}
