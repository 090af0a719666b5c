package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.machine.hart.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** An interrupt is taken at the first boundary at which a line is raised and the definition says it is pending. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class InterruptTests {
    private final Engines.Named engine;
    private final Bench bench;

    InterruptTests(Engines.Named engine) {
        this.engine = engine;
        bench = Bench.tiny(engine);
        bench.put(0x40, "get.why r13\n get.what r14\n get.from r15\n halt");
    }

    private void expect(int why, long level, long from) {
        assertThat(bench.run(100)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 13)).as("why").isEqualTo(why);
        assertThat(bench.get("r", 14)).as("level").isEqualTo(level);
        assertThat(bench.get("r", 15)).as("from").isEqualTo(from);
    }

    @Test
    void aLineRaisedBetweenRunsInterruptsBeforeTheNextInstruction() {
        bench.program(0, "addi r1, r0, 1\n set.status r1\n inc r2\n inc r2\n inc r2");
        bench.run(3);
        bench.hart().setLine(5, 1, true);

        expect(0x105, 1, 10);
        assertThat(bench.get("r", 2)).isEqualTo(1);
        assertThat(bench.hart().retired()).as("taking it counts nothing").isEqualTo(3 + 4);
    }

    @Test
    void aLineRaisedByAnInstructionInterruptsRightAfterIt() {
        bench.extern("host", arguments -> {
            bench.hart().setLine(9, 2, true);
            return 0;
        });
        bench.program(0, "addi r1, r0, 1\n set.status r1\n host r2, r0\n inc r3\n inc r3");

        expect(0x109, 2, 12);
        assertThat(bench.get("r", 3)).isZero();
    }

    @Test
    void aRaisedLineWaitsUntilAnInstructionEnablesInterrupts() {
        bench.program(0, "inc r2\n inc r2\n addi r1, r0, 1\n set.status r1\n inc r2");
        bench.hart().setLine(1, 1, true);

        expect(0x101, 1, 12);
        assertThat(bench.get("r", 2)).isEqualTo(2);
    }

    @Test
    void theHighestLevelIsServedFirstThenTheLowestNumber() {
        bench.program(0, "addi r1, r0, 1\n set.status r1");
        bench.hart().setLine(1, 2, true);
        bench.hart().setLine(7, 3, true);
        bench.hart().setLine(6, 3, true);

        expect(0x106, 3, 8);
    }

    @Test
    void aLevelThatDoesNotOutrankTheProgramIsNotPending() {
        bench.program(0, "addi r1, r0, 0x31\n set.status r1\n inc r2\n addi r1, r0, 0x21\n set.status r1\n inc r2");
        bench.hart().setLine(1, 3, true);

        expect(0x101, 3, 18);
        assertThat(bench.get("r", 2)).isEqualTo(1);
    }

    @Test
    void aLoweredLineInterruptsNobody() {
        bench.program(0, "addi r1, r0, 1\n set.status r1\n halt");
        bench.hart().setLine(1, 3, true);
        bench.hart().setLine(1, 3, false);

        assertThat(bench.run(10)).isEqualTo(new Stop.Halted());
        assertThat(bench.hart().state().pc()).isEqualTo(12);
    }

    @Test
    void anInterruptedProgramGoesOnWhereItWas() {
        bench.put(0x40, "inc r9\n host r0, r0\n ret");
        bench.extern("host", arguments -> {
            bench.hart().setLine(1, 1, false);
            return 0;
        });
        bench.program(0, "addi r1, r0, 1\n set.status r1\n inc r2\n inc r2\n halt");
        bench.run(3);
        bench.hart().setLine(1, 1, true);

        assertThat(bench.run(100)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 2)).isEqualTo(2);
        assertThat(bench.get("r", 9)).isEqualTo(1);
    }

    @Test
    void atMostOneInterruptIsTakenAtABoundary() {
        bench.put(0x40, "inc r9\n ret");
        bench.program(0, "addi r1, r0, 1\n set.status r1\n inc r2\n inc r2\n halt");
        bench.hart().setLine(1, 1, true);

        bench.run(2 + 10);

        assertThat(bench.get("r", 9)).as("handled again and again").isEqualTo(5);
        assertThat(bench.get("r", 2)).as("and nothing else runs").isZero();
    }

    @Test
    void aWaitingHartIsIdleUntilALineIsRaised() {
        bench.program(0, "inc r1\n wait\n inc r1\n halt");

        assertThat(bench.run(100)).isEqualTo(new Stop.Idle());
        assertThat(bench.run(100)).isEqualTo(new Stop.Idle());
        assertThat(bench.hart().retired()).isEqualTo(2);
        bench.hart().setLine(3, 1, true);
        assertThat(bench.run(100)).as("interrupts are off, so it just goes on").isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 1)).isEqualTo(2);
    }

    @Test
    void whoWaitsWhileALineIsRaisedGoesOnAtOnce() {
        bench.program(0, "wait\n halt");
        bench.hart().setLine(3, 1, true);

        assertThat(bench.run(100)).isEqualTo(new Stop.Halted());
    }

    @Test
    void whoSeesTheLinesWaitsPastThoseThatAreRaisedUntilOneChanges() {
        Bench risc = new Bench("lines", engine).ram("mem", 0, 0x1000);
        risc.program(0, "enable 0x80\n wait\n nop\n wait\n nop");
        risc.hart().setLine(2, 0, true);

        assertThat(risc.run(10)).isEqualTo(new Stop.Idle());
        assertThat(risc.hart().retired()).isEqualTo(2);
        risc.hart().setLine(3, 0, true);
        assertThat(risc.run(10)).as("it may wake for nothing").isEqualTo(new Stop.Idle());
        assertThat(risc.hart().retired()).isEqualTo(4);
        risc.hart().setLine(7, 0, true);
        risc.run(1);
        assertThat(risc.get("taken")).isEqualTo(8);
    }

    @Test
    void linesMayBeTheBitsOfARegister() {
        Bench risc = new Bench("lines", engine).ram("mem", 0, 0x1000);
        risc.program(0, "nop\n nop\n enable 0x80\n nop\n nop");
        risc.hart().setLine(7, 0, true);
        risc.hart().setLine(2, 0, true);

        risc.run(4);

        assertThat(risc.get("lines")).isEqualTo(0x84);
        assertThat(risc.get("taken")).as("at the boundary after enable").isEqualTo(6);
        assertThat(risc.get("steps"))
                .as("one for each instruction, none for the interrupt")
                .isEqualTo(4);
        risc.hart().setLine(7, 0, false);
        assertThat(risc.get("lines")).isEqualTo(0x04);
        assertThatThrownBy(() -> risc.hart().setLine(16, 0, true))
                .hasMessage("no interrupt line 16: lines has 16 bits");
    }
}
