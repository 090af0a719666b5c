package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes code, the next time it runs it is the new code. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class CodeChangeTests {
    private final Bench bench;

    CodeChangeTests(Engines.Named engine) {
        bench = Bench.tiny(engine);
    }

    @Test
    void aProgramMayChangeTheInstructionThatComesNext() {
        bench.program(0, """
            lw r1, new(r0)
            sw r1, old(r0)
            old: addi r2, r0, 1
            halt
            new: addi r2, r0, 2
            """);
        bench.run(10);

        assertThat(bench.get("r", 2)).isEqualTo(2);
    }

    @Test
    void aLoopMayChangeItself() {
        bench.program(0, """
            addi r3, r0, 3
            loop: addi r2, r2, 1
            lb r4, 6(r0)
            inc r4
            sb r4, 6(r0)
            addi r3, r3, -1
            bne r3, r0, loop
            halt
            """);
        bench.run(100);

        assertThat(bench.get("r", 2)).as("1 + 2 + 3").isEqualTo(6);
    }

    @Test
    void writingPartOfAnInstructionForgetsIt() {
        bench.program(0, "l: addi r2, r0, 1\n beq r0, r0, l");
        bench.run(4);
        bench.phys().store(3, 8, 1);
        bench.run(2);

        assertThat(bench.get("r", 2)).isEqualTo(0x101);
    }

    @Test
    void aDeviceThatWritesCodeIsNoticed() {
        bench.program(0, "l: addi r2, r0, 1\n beq r0, r0, l");
        bench.run(4);
        bench.phys().writeBytes(2, new byte[] {9}, 0, 1);
        bench.run(2);

        assertThat(bench.get("r", 2)).isEqualTo(9);
    }

    @Test
    void theSecondHalfOfAnInstructionMayLieInAnotherPage() {
        bench.put(0xFFE, "l: addi r2, r0, 1\n beq r0, r0, l");
        bench.hart().reset(0xFFE);
        bench.run(4);
        assertThat(bench.get("r", 2)).isEqualTo(1);
        bench.phys().store(0x1000, 8, 7);
        bench.run(2);
        assertThat(bench.get("r", 2)).isEqualTo(7);
        bench.phys().store(0x1001, 8, 1);
        bench.run(2);
        assertThat(bench.get("r", 2)).isEqualTo(0x107);
        bench.put(0xFFE, "l: inc r2\n inc r2\n beq r0, r0, l");
        bench.run(2);
        assertThat(bench.get("r", 2)).isEqualTo(0x109);
    }

    @Test
    void dataBesideCodeLeavesTheCodeAlone() {
        bench.program(0, """
            addi r3, r0, 500
            loop: sw r3, data(r0)
            lw r4, data(r0)
            add r5, r5, r4
            addi r3, r3, -1
            bne r3, r0, loop
            halt
            data: .word 0
            """);

        assertThat(bench.run(10_000)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 5)).isEqualTo(500 * 501 / 2);
    }
}
