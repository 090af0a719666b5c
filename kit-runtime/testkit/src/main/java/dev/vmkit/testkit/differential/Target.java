package dev.vmkit.testkit.differential;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instruction set to look for differences with.
 *
 * @param name as on the command line, {@code lc3} or {@code riscv:rv64gc}
 * @param prologues programs of which one may run before a random one
 */
public record Target(String name, Isa isa, List<Program> prologues) {
    private static final String PROLOGUE = ".fuzz.asm";

    public Target {
        prologues = List.copyOf(prologues);
    }

    /** Each variant of an instruction set of a catalog, or it itself if it has none. */
    public static List<String> names(Catalog catalog, Part part) {
        List<String> variants = catalog.choices(part).variants();
        return variants.isEmpty()
                ? List.of(part.name())
                : variants.stream().map(variant -> part.name() + ":" + variant).toList();
    }

    /**
     * The instruction set of a part, in a variant.
     *
     * @throws dev.vmkit.language.text.MistakeException if its definition, or the program beside it, has mistakes
     */
    public static Target of(Catalog catalog, Part part, Optional<String> variant) {
        Diagnostics mistakes = new Diagnostics();
        IsaLoader.Choice choice = new IsaLoader.Choice(variant, Map.of(), Map.of());
        Optional<Isa> isa = part.definition(mistakes)
                .flatMap(file -> IsaLoader.load(file, catalog.isaLibrary(), choice, mistakes))
                .flatMap(model -> SemanticsChecker.check(model, mistakes));
        mistakes.throwIfErrors();
        List<Program> prologues = part.companion(PROLOGUE).stream()
                .flatMap(source -> assemble(isa.orElseThrow(), source, mistakes))
                .toList();
        mistakes.throwIfErrors();
        String name = part.name() + variant.map(v -> ":" + v).orElse("");
        return new Target(name, isa.orElseThrow(), prologues);
    }

    private static Stream<Program> assemble(Isa isa, SourceFile source, Diagnostics mistakes) {
        return Assembler.of(isa).assemble(source, mistakes).stream();
    }
}
