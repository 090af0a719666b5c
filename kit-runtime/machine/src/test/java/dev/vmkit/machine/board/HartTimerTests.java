package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.StateTree;
import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A register with the role {@code timer}. The time counter advances by one every ten instructions. */
class HartTimerTests {
    private static final Isa ISA = load();

    private final Machine machine = machine(2);
    private final Hart hart = machine.harts().getFirst().hart();

    private static Isa load() {
        try (InputStream in = HartTimerTests.class.getResourceAsStream("/isa/timer.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Diagnostics diagnostics = new Diagnostics();
            return IsaLoader.load(
                            new SourceFile("timer.yaml", text),
                            n -> Optional.empty(),
                            IsaLoader.Choice.DEFAULT,
                            diagnostics)
                    .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                    .orElseThrow(() -> new AssertionError(diagnostics.list()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Machine machine(int harts) {
        MachineBuilder builder = new MachineBuilder("timed", 1_000_000_000, 100_000_000);
        AddressSpace mem = new AddressSpace("mem", 16, 8, ByteOrder.BIG, false);
        builder.space(mem).memory("ram", mem, 0, new Ram(0x1000, 1, true));
        for (int i = 0; i < harts; i++) {
            Hart hart = new Hart(ISA, builder.spaces(), Map.of(), InterpretEngine::new, builder.hartContext());
            builder.hart("cpu" + i, hart);
        }
        return builder.build();
    }

    private static void put(Machine machine, long at, String source) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Assembler.of(ISA)
                .assemble(new SourceFile("test.asm", source), at, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        program.segments().forEach(s -> machine.spaces().get("mem").install(s.address(), s.bytes()));
    }

    /** Runs the first hart alone; the others halt at once. */
    private Outcome run(String source, long instructions) {
        put(machine, 0, source);
        put(machine, 0x100, "halt");
        machine.powerOn();
        machine.harts().stream().skip(1).forEach(other -> other.hart().state().pc(0x100));
        return machine.run(Limits.instructions(instructions));
    }

    private long get(String register) {
        return hart.state().get(ISA.model().register(register).orElseThrow(), 0);
    }

    @Test
    void theTimeCounterCountsInItsTimebase() {
        run("nop\n".repeat(29) + "time", 30);
        assertThat(get("seen")).isEqualTo(2);
        run("nop\n".repeat(30) + "time", 31);
        assertThat(get("seen"))
                .as("the clock goes on after power-on, 30 + 30 instructions")
                .isEqualTo(6);
    }

    @Test
    void raisesItsLineWithTheFirstInstructionAtWhichTheTimeHasCome() {
        run("alarm 2\n" + "nop\n".repeat(18) + "look\n", 20);
        assertThat(get("seen")).isZero();
        run("alarm 5\n" + "nop\n".repeat(29) + "look\n", 31);
        assertThat(get("seen")).as("after 20 + 30 instructions").isEqualTo(0x20);
    }

    @Test
    void interruptsAtTheBoundaryAtWhichTheTimeHasCome() {
        run("enable\n alarm 2\n" + "nop\n".repeat(60), 40);
        assertThat(get("taken")).isEqualTo(2 * 20);
        assertThat(get("lines")).as("the hook has set another time").isZero();
    }

    @Test
    void aTimeThatHasPassedRaisesTheLineAtOnceAndALaterOneLowersIt() {
        run("nop\n".repeat(10) + "alarm 1\n look\n", 12);
        assertThat(get("seen")).isEqualTo(0x20);
        run("alarm 1\n alarm 200\n look\n", 3);
        assertThat(get("seen")).isZero();
    }

    @Test
    void wakesAHartThatWaitsAndSkipsTheTimeBetween() {
        run("alarm 100\n wait\n time\n halt\n", 100);
        assertThat(hart.retired()).isEqualTo(4);
        assertThat(get("seen")).isEqualTo(100);
    }

    @Test
    void aTimerWithAnOffsetComparesWithASumOfIt() {
        run("ahead 100\n bell 102\n" + "nop\n".repeat(17) + "look\n", 20);
        assertThat(get("seen")).isZero();
        run("ahead 100\n bell 104\n" + "nop\n".repeat(18) + "look\n", 21);
        assertThat(get("seen")).as("at 20 + 20 instructions").isEqualTo(0x40);
    }

    @Test
    void aChangedOffsetRaisesTheLineAndLowersIt() {
        run("bell 50\n ahead 60\n look\n", 3);
        assertThat(get("seen")).isEqualTo(0x40);
        run("bell 50\n ahead 60\n ahead 1\n look\n", 4);
        assertThat(get("seen")).isZero();
    }

    @Test
    void aTimeBehindZeroIsLateUntilItComesToZero() {
        run("behind 2\n bell 50\n look\n", 3);
        assertThat(get("seen")).as("a large number").isEqualTo(0x40);
        run("behind 4\n bell 50\n" + "nop\n".repeat(40) + "look\n", 43);
        assertThat(get("seen")).as("a small one").isZero();
    }

    @Test
    void theLargestValueIsNeverReached() {
        assertThat(run("wait\n", 100)).isEqualTo(new Outcome.IdleForever());
    }

    @Test
    void eachHartKnowsItsNumberAndHasATimerOfItsOwn() {
        put(machine, 0, "hart\n alarm 50\n wait\n halt");
        machine.powerOn();
        Hart second = machine.harts().get(1).hart();
        second.state().pc(2);
        machine.run(Limits.instructions(100));
        assertThat(get("seen")).isZero();
        put(machine, 0, "hart\n halt");
        machine.powerOn();
        machine.run(Limits.instructions(100));
        assertThat(second.state().get(ISA.model().register("seen").orElseThrow(), 0))
                .isEqualTo(1);
    }

    @Test
    void aHartThatWaitsPastATimerThatIsDueStillDoesSoWhenItIsLoaded() {
        run("alarm 0\n wait\n halt", 10);
        assertThat(hart.waiting()).isTrue();
        Machine copy = machine(2);
        copy.load(machine.save());
        assertThat(copy.save()).isEqualTo(machine.save());
        assertThat(copy.run(Limits.instructions(10))).isEqualTo(new Outcome.IdleForever());
    }

    @Test
    void aLoadedHartGoesOnAsTheOriginalWhereverItWasSaved() {
        String source = "enable\n alarm 1\n" + "nop\n".repeat(20) + "alarm 20\n wait\n nop\n halt";
        run(source, 0);
        for (int i = 0; i < 30; i++) {
            StateTree saved = machine.save();
            Machine copy = machine(2);
            copy.load(saved);
            assertThat(copy.save()).as("saved after " + i).isEqualTo(saved);
            copy.run(Limits.instructions(7));
            machine.run(Limits.instructions(7));
            assertThat(copy.save()).as("7 after " + i).isEqualTo(machine.save());
            machine.load(saved);
            machine.run(Limits.instructions(1));
        }
    }
}
