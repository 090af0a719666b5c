package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Traps are precise: state is that before the instruction, and the hook says what comes. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class TrapTests {
    private static final int ILLEGAL = 1;
    private static final int CALL = 2;
    private static final int NO_FETCH = 4;
    private static final int NO_LOAD = 5;
    private static final int NO_STORE = 6;

    private final Engines.Named engine;
    private final Bench bench;

    TrapTests(Engines.Named engine) {
        this.engine = engine;
        bench = Bench.tiny(engine);
        bench.put(0x40, "get.why r13\n get.what r14\n get.from r15\n halt");
    }

    private void expect(int why, long what, long from) {
        assertThat(bench.run(100)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 13)).as("why").isEqualTo(why);
        assertThat(bench.get("r", 14)).as("what").isEqualTo(what);
        assertThat(bench.get("r", 15)).as("from").isEqualTo(from);
    }

    @Test
    void aTrapTellsItsAttributesItsValueAndWhere() {
        bench.program(0, "addi r1, r0, 7\n sys r1\n halt");
        expect(CALL, 7, 4);
        assertThat(bench.hart().retired()).as("the trapping instruction counts").isEqualTo(2 + 4);
    }

    @Test
    void bitsThatMeanNothingAreIllegal() {
        bench.program(0, "inc r1\n .word 0x12345677");
        expect(ILLEGAL, 0x5677, 2);
    }

    @Test
    void accessesToNothingTrapAndLeaveRegistersAlone() {
        bench.program(0, "lui r1, 0x10000\n addi r2, r0, 5\n lw r2, 4(r1)");
        expect(NO_LOAD, 0x10004, 8);
        assertThat(bench.get("r", 2)).isEqualTo(5);

        bench.program(0, "lui r1, 0x10000\n sw r1, -2(r1)");
        expect(NO_STORE, 0x10000, 4);
        assertThat(bench.phys().load(0xFFFE, 16)).as("nothing was written").isZero();

        bench.program(0, "lui r1, 0x10000\n jr r1");
        expect(NO_FETCH, 0x10000, 0x10000);
    }

    @Test
    void aStoreToRomTrapsIfTheDefinitionHasATrapForIt() {
        bench.map("phys", 0x20000, new Ram(0x100, 1, false));
        bench.program(0, "lui r1, 0x20000\n sb r1, 0(r1)");
        expect(NO_STORE, 0x20000, 4);
    }

    @Test
    void anInstructionThatEndsBeyondMemoryFaultsWhereMemoryEnds() {
        bench.phys().install(0xFFFE, new byte[] {1, 0});
        bench.program(0, "lui r1, 0x10000\n addi r1, r1, -2\n jr r1");
        expect(NO_FETCH, 0x10000, 0xFFFE);
    }

    @Test
    void aHandlerThatTrapsRunsUntilTheBudgetIsUsedUp() {
        bench.program(0, "addi r1, r0, 0x200\n set.handler r1\n sys r1");
        bench.phys().install(0x200, new byte[] {(byte) 0xFF});

        assertThat(bench.run(3)).isEqualTo(new Stop.Budget());
        assertThat(bench.run(50)).isEqualTo(new Stop.Budget());
        assertThat(bench.hart().retired()).isEqualTo(53);
    }

    @Test
    void aTrapMayStopTheRunInsteadAndBeTakenLater() {
        bench.program(0, "addi r1, r0, 7\n sys r1");
        bench.hart().exits(Set.of(bench.trap("call")));

        assertThat(bench.run(100)).isEqualTo(new Stop.Trapped(bench.trap("call"), 7, 4));
        assertThat(bench.hart().state().pc()).isEqualTo(4);
        assertThat(bench.hart().retired()).isEqualTo(2);
        assertThat(bench.hart().take(bench.trap("call"), 7)).isEmpty();
        expect(CALL, 7, 4);
        assertThat(bench.hart().retired()).isEqualTo(2 + 4);
    }

    @Test
    void withoutHookATrapStopsTheMachine() {
        Bench stack = new Bench("stackvm", engine).ram("code", 0, 0x100).ram("data", 0, 0x100);
        stack.program(0, "drop");
        assertThat(stack.run(10)).isEqualTo(new Stop.Unhandled(stack.trap("underflow"), 0, 0));

        stack.program(0, "i32.const 0x1000\n i32.load 0");
        assertThat(stack.run(10)).isEqualTo(new Stop.Fault(Access.LOAD, 0x1000, 3));
        assertThat(stack.hart().retired()).isEqualTo(3);
    }

    @Test
    void whereTheDefinitionHasNoTrapAStoreToRomDoesNothing() {
        AddressSpace rom = new Bench("mos6502", engine).phys();
        rom.map(0, new Ram(0x10000, 1, false));
        rom.store(5, 8, 1);
        assertThat(rom.load(5, 8)).isZero();
    }
}
