package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sample definitions and those of the machine's tests, each loaded once. */
public final class SampleIsas {
    static final List<String> NAMES = List.of(
            "chip8", "floats", "lc3", "lines", "mos6502", "pdp11", "rv64i", "rv64iac", "s360", "stackvm", "timer",
            "tiny", "z80");

    private static final Map<String, Isa> LOADED = new ConcurrentHashMap<>();

    private SampleIsas() {}

    public static Isa get(String name) {
        return LOADED.computeIfAbsent(name, SampleIsas::load);
    }

    private static Isa load(String name) {
        Diagnostics diagnostics = new Diagnostics();
        return IsaLoader.load(file(name).orElseThrow(), SampleIsas::file, IsaLoader.Choice.DEFAULT, diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    private static Optional<SourceFile> file(String name) {
        try (InputStream in = SampleIsas.class.getResourceAsStream("/isa/" + name + ".yaml")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            new SourceFile(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
