package dev.vmkit.testkit.plugin;

import dev.vmkit.assembly.assemble.Engines;
import dev.vmkit.assembly.assemble.PluginExterns;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.catalog.PluginInfo;
import dev.vmkit.language.codec.CodecChecks;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.testkit.derive.IsaTests;
import dev.vmkit.testkit.derive.Share;
import dev.vmkit.testkit.differential.RandomPrograms;
import dev.vmkit.testkit.differential.Target;
import dev.vmkit.testkit.example.ExampleProgram;
import dev.vmkit.testkit.report.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tests of an instruction set: those that follow from its definition, and its examples. */
record IsaPart(Catalog catalog, PluginInfo plugin, Part part, Share share) {
    private static final Engine.Factory INTERPRET = Engines.named("interpret");
    private static final Engine.Factory TRANSLATE = Engines.named("translate");
    private static final Engine.Factory QUICK = Engines.named("quick");
    private static final int MOST_EXAMPLES = 200;

    List<Case> test(Consumer<String> progress, Diagnostics mistakes) {
        Optional<Isa> isa = part.definition(mistakes)
                .flatMap(f -> IsaLoader.load(f, catalog.isaLibrary(), IsaLoader.Choice.DEFAULT, mistakes))
                .flatMap(model -> SemanticsChecker.check(model, mistakes));
        isa.ifPresent(i -> CodecChecks.check(i, mistakes));
        mistakes.throwIfErrors();
        List<Case> cases =
                new ArrayList<>(IsaTests.run(isa.orElseThrow(), List.of(INTERPRET, TRANSLATE), share, progress));
        progress.accept(part.name() + ": random programs");
        cases.add(RandomPrograms.of(
                targets(), INTERPRET, List.of(TRANSLATE, QUICK), share.part(RandomPrograms.PROGRAMS)));
        for (SourceFile example : examples()) {
            progress.accept("running " + example.name());
            cases.add(run(isa.orElseThrow(), example));
        }
        return cases;
    }

    private List<Target> targets() {
        List<String> variants = catalog.choices(part).variants();
        return variants.isEmpty()
                ? List.of(Target.of(catalog, part, Optional.empty()))
                : variants.stream()
                        .map(variant -> Target.of(catalog, part, Optional.of(variant)))
                        .toList();
    }

    /** What came of an example on the translator, if all went well on the interpreter. */
    private Case run(Isa isa, SourceFile example) {
        Supplier<Map<String, ExternBinding>> externs = () -> new PluginExterns(catalog, part).bind(isa);
        Case interpreted = new ExampleProgram(isa, example, externs, INTERPRET).run();
        return interpreted.passed() ? new ExampleProgram(isa, example, externs, TRANSLATE).run() : interpreted;
    }

    private List<SourceFile> examples() {
        Path folder = plugin.location().resolve("examples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<SourceFile> examples = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".asm"))
                    .sorted()
                    .limit(MOST_EXAMPLES)
                    .toList()) {
                examples.add(new SourceFile("examples/" + file.getFileName(), Files.readString(file)));
            }
            return examples;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
