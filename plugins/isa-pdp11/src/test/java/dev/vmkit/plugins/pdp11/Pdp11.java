package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.translate.TranslateEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A PDP-11 with 248 KiB of memory and nothing else on its bus; all it does is done by both engines, with one result. */
final class Pdp11 {
    private static final int MOST_INSTRUCTIONS = 100_000;
    private static final Isa ISA = isa();
    private static final Assembler ASSEMBLER = Assembler.of(ISA);

    private final List<Lines.Line> raised = new ArrayList<>();
    private final List<One> both = List.of(new One(InterpretEngine::new), new One(TranslateEngine::eager));

    /** The machine on one engine. */
    private static final class One {
        private final AddressSpace unibus =
                AddressSpace.of(ISA.model(), ISA.model().spaces().get("unibus"));
        private final Hart hart;

        private One(Engine.Factory engine) {
            unibus.map(0, new Ram(0x3E000, 1, true));
            hart = new Hart(ISA, Map.of("unibus", unibus), Map.of(), engine);
        }

        private void install(Program program) {
            program.segments().forEach(s -> unibus.install(s.address(), s.bytes()));
        }
    }

    private static Isa isa() {
        try (InputStream in = Objects.requireNonNull(Pdp11.class.getResourceAsStream("/pdp11.yaml"))) {
            SourceFile file = new SourceFile("pdp11.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Diagnostics diagnostics = new Diagnostics();
            return IsaLoader.load(file, name -> Optional.empty(), IsaLoader.Choice.DEFAULT, diagnostics)
                    .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                    .orElseThrow(() -> new AssertionError(diagnostics.list()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program from address 1000 on, with the stack below it, until it halts. */
    Pdp11 run(String source) {
        Stop stop = runUnended(source);
        assertThat(stop).isInstanceOf(Stop.Halted.class);
        return this;
    }

    /** The same, until it stops for whatever reason. */
    Stop runUnended(String source) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = ASSEMBLER
                .assemble(new SourceFile("test.asm", "        .org 1000\n" + source), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        List<Stop> stops = both.stream().map(one -> run(one, program)).toList();
        assertThat(stops.getLast()).isEqualTo(stops.getFirst());
        assertThat(both.getLast().hart.save()).isEqualTo(both.getFirst().hart.save());
        return stops.getFirst();
    }

    private Stop run(One one, Program program) {
        one.install(program);
        one.hart.reset(0x200);
        one.hart.state().set(ISA.model().register("r").orElseThrow(), 6, 0x200);
        for (Lines.Line line : raised) {
            one.hart.state().set(ISA.model().register("psw").orElseThrow(), 0, 0xE0);
            one.hart.setLine(line.number(), line.level(), true);
        }
        return one.hart.run(MOST_INSTRUCTIONS);
    }

    /** Has programs start at the highest priority with an interrupt line raised. */
    Pdp11 raise(int vector, int level) {
        raised.add(new Lines.Line(vector, level));
        return this;
    }

    /** A general register, with R6 as the stack pointer. */
    long r(int number) {
        return both.getFirst().hart.state().get(ISA.model().register("r").orElseThrow(), number);
    }

    /** Another register. */
    long get(String register) {
        return both.getFirst().hart.state().get(ISA.model().register(register).orElseThrow(), 0);
    }

    /** A word of memory, by its address on the bus. */
    long word(int address) {
        return both.getFirst().unibus.load(address, 16);
    }
}
