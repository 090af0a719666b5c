package dev.vmkit.plugins.z80;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.testkit.example.Places;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A processor with 64 KiB of memory, and a program in it. */
final class Z80 {
    private static final int KIB_64 = 1 << 16;

    final Hart hart;
    private final AddressSpace memory;
    private final Places places;

    Z80(String variant, String source) {
        Isa isa = isa(variant);
        memory = AddressSpace.of(isa.model(), isa.model().spaces().get("mem"));
        memory.map(0, new Ram(KIB_64, 1, true));
        AddressSpace ports = AddressSpace.of(isa.model(), isa.model().spaces().get("io"));
        hart = new Hart(isa, Map.of("mem", memory, "io", ports), Map.of(), InterpretEngine::new);
        places = new Places(hart, Map.of());
        Diagnostics diagnostics = new Diagnostics();
        Program program = Assembler.of(isa)
                .assemble(new SourceFile("test.asm", source), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        program.segments().forEach(segment -> memory.install(segment.address(), segment.bytes()));
        hart.reset(0);
    }

    static Isa isa(String variant) {
        try (InputStream in = Objects.requireNonNull(Z80.class.getResourceAsStream("/z80.yaml"))) {
            SourceFile file = new SourceFile("z80.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Diagnostics diagnostics = new Diagnostics();
            IsaLoader.Choice choice = new IsaLoader.Choice(Optional.of(variant), Map.of(), Map.of());
            return IsaLoader.load(file, name -> Optional.empty(), choice, diagnostics)
                    .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                    .orElseThrow(() -> new AssertionError(diagnostics.list()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Executes instructions; the cycles that they, and interrupts between them, took. */
    long run(int instructions) {
        long before = hart.cycles();
        Stop stop = hart.run(instructions);
        assertThat(stop).isInstanceOfAny(Stop.Budget.class, Stop.Idle.class, Stop.Halted.class);
        return hart.cycles() - before;
    }

    long get(String place) {
        return places.read(place).orElseThrow().value();
    }

    void set(String place, long value) {
        assertThat(places.write(place, value)).isTrue();
    }
}
