package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.execute.Bench;
import dev.vmkit.machine.execute.Engines;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.execute.Sight;
import dev.vmkit.machine.hart.Stop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops of which several rounds are written one after another: they do what they did one by one. */
class RoundsTests {
    private static final int ALL = 100_000;

    private static final String SUM = """
        again: addi r1, r4, 0
        loop: lw r2, 0(r1)
        add r3, r3, r2
        sw r3, 4(r1)
        addi r1, r1, 8
        bne r1, r5, loop
        addi r6, r6, -1
        bne r6, r0, again
        halt
        """;

    private final Bench translated = Bench.tiny(new Engines.Named("translate", TranslateEngine::eager));
    private final Bench interpreted = Bench.tiny(new Engines.Named("interpret", InterpretEngine::new));

    private void program(String source, int from, int to, int rounds) {
        for (Bench bench : new Bench[] {translated, interpreted}) {
            bench.put(0x40, "get.what r14\n halt");
            bench.program(0x100, source);
            for (int i = 0; i < 0x400; i++) {
                bench.phys().store(0x8000 + 4 * i, 32, i * i + 1);
            }
            bench.set("handler", 0, 0x40);
            bench.set("r", 4, from);
            bench.set("r", 5, to);
            bench.set("r", 6, rounds);
        }
    }

    private void runInSlices(int slice) {
        Stop stop = translated.run(slice);
        assertThat(interpreted.run(slice)).isEqualTo(stop);
        for (int i = 0; stop instanceof Stop.Budget && i < ALL / slice; i++) {
            assertEqual();
            stop = translated.run(slice);
            assertThat(interpreted.run(slice)).isEqualTo(stop);
        }
        assertEqual();
        assertThat(translated.hart().engine().statistics().regions().executed() > 0)
                .isEqualTo(slice > 1);
        for (int address = 0; address < 0x10000; address += 4) {
            assertThat(translated.phys().load(address, 32))
                    .isEqualTo(interpreted.phys().load(address, 32));
        }
    }

    private void assertEqual() {
        assertThat(translated.hart().retired()).isEqualTo(interpreted.hart().retired());
        assertThat(translated.hart().state().slots())
                .isEqualTo(interpreted.hart().state().slots());
    }

    @Test
    void aLoopOfOneBlockIsWrittenFourTimesAndOnce() {
        assertThat(Rounds.of(loop(5, true), Rounds.MOST).orElseThrow().blocks()).hasSize(4);
    }

    @Test
    void aLongOneIsWrittenLessOften() {
        assertThat(Rounds.of(loop(30, true), Rounds.MOST).orElseThrow().blocks())
                .hasSize(2);
    }

    @Test
    void aBlockThatIsNoLoopIsNot() {
        assertThat(Rounds.of(loop(5, false), Rounds.MOST)).isEmpty();
    }

    private static Block loop(int length, boolean loops) {
        Sight.Site nowhere = null;
        Stmt nothing = new Stmt.Block(List.of());
        List<GuestInstruction> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<Long> targets = loops && i == length - 1 ? List.of(0L) : List.of();
            all.add(new GuestInstruction(
                    4L * i, 4L * i + 4, nowhere, nothing, 0, targets, List.of(), false, true, false));
        }
        return new Block(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 64})
    void aLoopEndsAfterAnyNumberOfRounds(int rounds) {
        program(SUM, 0x8000, 0x8000 + 8 * rounds, 9);
        runInSlices(ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 19, 20, 21, 22, 97, 1_000})
    void itCanBeInterruptedAnywhere(int slice) {
        program(SUM, 0x8000, 0x8100, 9);
        runInSlices(slice);
    }

    @Test
    void aRoundBeyondTheEndOfMemoryIsLeftWhereItFails() {
        program(SUM, 0xFF00, 0x20000, 1);
        runInSlices(ALL);

        assertThat(translated.get("r", 14)).isEqualTo(0x10000);
    }

    @Test
    void aLoopMayRunBackwards() {
        program(SUM.replace("addi r1, r1, 8", "addi r1, r1, -4"), 0x8100, 0x8000, 9);
        runInSlices(ALL);
    }

    @Test
    void aStoreThatIsNotAlignedIsExecutedAllTheSame() {
        program(SUM, 0x8001, 0x8101, 9);
        runInSlices(ALL);
    }

    @Test
    void aLoopMayWriteOverItself() {
        program("""
            addi r1, r4, 0
            loop: sw r0, 0(r1)
            addi r1, r1, 4
            bne r1, r5, loop
            halt
            """, 0xC0, 0x200, 1);
        runInSlices(ALL);
    }

    @Test
    void anAddressMayChangeWithinARound() {
        program("""
            again: addi r1, r4, 0
            loop: lw r2, 0(r1)
            addi r1, r1, 4
            add r3, r3, r2
            sw r3, 0(r1)
            lw r7, 0(r4)
            lb r1, -4(r1)
            add r1, r1, r4
            addi r8, r8, -1
            bne r8, r0, loop
            addi r8, r0, 50
            addi r6, r6, -1
            bne r6, r0, again
            halt
            """, 0x8000, 0, 20);
        for (Bench bench : new Bench[] {translated, interpreted}) {
            bench.set("r", 8, 50);
        }
        runInSlices(ALL);
    }
}
