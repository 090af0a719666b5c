package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Instruction sets of the test resources, {@code tiny} and the nine samples, each loaded once. */
final class TestIsas {
    private static final Map<String, Isa> LOADED = new ConcurrentHashMap<>();

    private TestIsas() {}

    static Isa get(String name) {
        return LOADED.computeIfAbsent(name, TestIsas::load);
    }

    private static Isa load(String name) {
        return load(file(name).orElseThrow());
    }

    /** An instruction set whose definition is this. */
    static Isa parse(String definition) {
        return load(new SourceFile("test.yaml", definition));
    }

    private static Isa load(SourceFile definition) {
        Diagnostics diagnostics = new Diagnostics();
        return IsaLoader.load(definition, TestIsas::file, IsaLoader.Choice.DEFAULT, diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    private static Optional<SourceFile> file(String name) {
        try (InputStream in = TestIsas.class.getResourceAsStream("/isa/" + name + ".yaml")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            new SourceFile(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Program assemble(Isa isa, long origin, String source) {
        Diagnostics diagnostics = new Diagnostics();
        return Assembler.of(isa)
                .assemble(new SourceFile("test.asm", source), origin, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }
}
