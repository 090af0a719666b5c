package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.execute.Bench;
import dev.vmkit.machine.execute.Engines;
import dev.vmkit.machine.execute.InterpretEngine;
import org.junit.jupiter.api.Test;

/** When instruction forms get classes. What these compute is compared to the interpreter elsewhere. */
class FormsTests {
    private static final String LOOP = """
        loop: addi r2, r2, 1
        addi r3, r3, 2
        sw r2, 0x1000(r0)
        beq r0, r0, loop
        """;

    private static Bench bench(int worthwhile) {
        return Bench.tiny(new Engines.Named(
                        "forms",
                        hart -> new InterpretEngine(
                                hart, guest -> new Forms(guest, worthwhile), _ -> Accelerator.NONE)))
                .program(0, LOOP);
    }

    private static long forms(Bench bench) {
        return bench.hart().engine().statistics().forms();
    }

    @Test
    void instructionsOfOneFormShareAClass() {
        Bench bench = bench(0);
        bench.run(400);

        assertThat(forms(bench)).isEqualTo(3);
        assertThat(bench.get("r", 2)).isEqualTo(100);
        assertThat(bench.get("r", 3)).isEqualTo(200);
        assertThat(bench.phys().load(0x1000, 32)).isEqualTo(100);
    }

    @Test
    void aSmallProgramHasNone() {
        Bench bench = bench(5);
        bench.run(400);

        assertThat(forms(bench)).isZero();
    }

    @Test
    void aSmallProgramThatRunsLongHasThem() {
        Bench bench = bench(5);
        bench.run(5 * 20_000);
        assertThat(forms(bench)).isZero();
        bench.run(400);

        assertThat(forms(bench)).isEqualTo(3);
        assertThat(bench.get("r", 2)).isEqualTo(25_100);
    }

    @Test
    void aProgramThatProvesToBeLargeGetsThemForWhatItExecutedBeforeToo() {
        Bench bench = bench(3);
        bench.run(2);
        assertThat(forms(bench)).isZero();
        bench.run(398);

        assertThat(forms(bench)).isEqualTo(3);
        assertThat(bench.get("r", 3)).isEqualTo(200);
    }

    @Test
    void anInstructionThatIsWrittenOverIsAnother() {
        Bench bench = bench(0);
        bench.run(400);
        bench.phys().store(3, 8, 2); // loop: addi r2, r2, 0x201
        bench.run(4);

        assertThat(bench.get("r", 2)).isEqualTo(100 + 0x201);
    }
}
