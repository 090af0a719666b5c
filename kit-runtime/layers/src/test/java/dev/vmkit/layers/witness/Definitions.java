package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Small instruction sets for these tests. */
final class Definitions {
    private static final String TINY = """
        isa: tiny
        spaces: { mem: { addr: 16, unit: 8 } }
        registers:
          a, b: { width: 8 }
          m: { width: 1 }
          c: { width: 8, fields: { HI: "7:4", LO: "3:0" } }
          t: { width: 8 }
          base: { width: 8 }
          pc: { width: 16, role: pc }
        privilege: { mode: m, modes: { low: 0, high: 1 }, user: [a, b], location: base, clock: t }
        traps: { illegal: { code: 1 }, refused: { code: 2 }, other: { code: 3 } }
        externs: { "b64 retired()": { device: cpu } }
        instructions:
          X: { encode: "0x01", restartable: no, do: "%s" }
        """;

    private Definitions() {}

    /** One instruction, X, in two modes, low and high. */
    static Isa tiny(String body) {
        return isa(new SourceFile("tiny.yaml", TINY.formatted(body)));
    }

    static Isa s360() {
        try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream("/isa/s360.yaml"))) {
            return isa(new SourceFile("s360.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Isa isa(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        return IsaLoader.load(file, name -> Optional.empty(), IsaLoader.Choice.DEFAULT, diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                .orElseThrow(() -> new AssertionError(DiagnosticPrinter.plain().print(diagnostics.list())));
    }

    static Privilege privilege(Isa isa) {
        return isa.model().privilege().orElseThrow();
    }

    static List<String> ids(List<Classes> some) {
        return some.stream().map(c -> c.what().id()).distinct().toList();
    }
}
