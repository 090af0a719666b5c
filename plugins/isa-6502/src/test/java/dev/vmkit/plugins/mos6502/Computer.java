package dev.vmkit.plugins.mos6502;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.testkit.example.Places;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A 6502 with 64 KiB of memory and a program in it. */
final class Computer {
    private final Hart hart;
    private final Places places;

    Computer(String variant, Engine.Factory engine, String source) {
        Diagnostics mistakes = new Diagnostics();
        Isa isa = IsaLoader.load(
                        definition(),
                        name -> Optional.empty(),
                        new IsaLoader.Choice(Optional.of(variant), Map.of(), Map.of()),
                        mistakes)
                .flatMap(model -> SemanticsChecker.check(model, mistakes))
                .orElseThrow(() -> new AssertionError(mistakes.list()));
        AddressSpace memory = AddressSpace.of(isa.model(), isa.model().fetch());
        memory.map(0, new Ram(0x10000, 1, true));
        Optional<Program> program = Assembler.of(isa).assemble(new SourceFile("program", source), mistakes);
        mistakes.throwIfErrors();
        program.orElseThrow().segments().forEach(s -> memory.install(s.address(), s.bytes()));
        this.hart = new Hart(isa, Map.of("mem", memory), Map.of(), engine);
        this.places = new Places(hart, Map.of());
        hart.reset();
    }

    private static SourceFile definition() {
        try (InputStream in = Computer.class.getResourceAsStream("/6502.yaml")) {
            return new SourceFile("6502.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Computer runs(long instructions) {
        hart.run(instructions);
        return this;
    }

    Computer irq(boolean raised) {
        hart.setLine(0, 0, raised);
        return this;
    }

    Computer nmi(boolean raised) {
        hart.setLine(1, 0, raised);
        return this;
    }

    /** What is in a register, a flag, or {@code mem[0x10]}. */
    long at(String place) {
        return places.read(place).orElseThrow().value();
    }

    Hart hart() {
        return hart;
    }
}
