package dev.vmkit.tools.cli;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.assemble.Engines;
import dev.vmkit.assembly.assemble.PluginExterns;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.testkit.conform.Adapter;
import dev.vmkit.testkit.conform.FileResult;
import dev.vmkit.testkit.conform.Material;
import dev.vmkit.testkit.conform.Processor;
import dev.vmkit.testkit.conform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit conform}: an instruction set against public test material. */
@Command(
        name = "conform",
        description = "Try an instruction set by public test material that you bring.",
        footer = {
            "",
            "'kit conform' lists the formats, 'kit conform FORMAT' the settings of one.",
            "Exit code: 0 if all cases hold, 1 if one does not, 2 if a file cannot be understood."
        })
final class ConformCommand extends KitCommand {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_FILES = 10_000;

    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = {"-i", "--isa"},
            paramLabel = "ISA",
            description = "An instruction set: a part (lc3), a part with a variant (riscv:rv64imac), or a file.")
    private String isa = "";

    @Option(names = "--engine", paramLabel = "NAME", description = "What executes it. Default: ${DEFAULT-VALUE}.")
    private String engine = "interpret";

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of the format. May be repeated.")
    private List<String> settings = List.of();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FORMAT", description = "What the files are.")
    private Optional<String> format = Optional.empty();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "Files, or folders of them.")
    private List<String> files = List.of();

    @Override
    int run() throws IOException {
        if (format.isEmpty()) {
            Adapter.all().forEach(a -> screen().line("%-14s %s".formatted(a.name(), a.about())));
            return ExitCode.SUCCESS;
        }
        Adapter adapter = adapter(format.get());
        if (files.isEmpty()) {
            screen().line(adapter.about());
            adapter.settings()
                    .forEach(s -> screen().line("  %-14s %s%s"
                            .formatted(
                                    s.name(),
                                    s.doc(),
                                    s.preset()
                                            .map(p -> p.isEmpty() ? "" : " Default: " + p + ".")
                                            .orElse(" Required."))));
            return ExitCode.SUCCESS;
        }
        return run(adapter);
    }

    private static String names() {
        return String.join(", ", Adapter.all().stream().map(Adapter::name).toList());
    }

    private Adapter adapter(String name) {
        List<String> all = Adapter.all().stream().map(Adapter::name).toList();
        return Adapter.all().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrongUsage("there is no format '" + name + "'; "
                        + Suggestion.nearest(name, all)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("formats: " + names())));
    }

    private int run(Adapter adapter) throws IOException {
        if (isa.isEmpty()) {
            throw wrongUsage("--isa says which instruction set is tried");
        }
        if (!Engines.names().contains(engine)) {
            throw wrongUsage("there is no engine '" + engine + "'; engines: " + String.join(", ", Engines.names()));
        }
        Settings given = Settings.of(adapter, settings);
        Surroundings surroundings = kit().surroundings();
        try (Catalog catalog = parts.open(surroundings)) {
            Processor processor = processor(catalog, surroundings);
            List<FileResult> results = new ArrayList<>();
            for (String file : found(adapter)) {
                Material material =
                        new Material(file, surroundings.path(file), SourceFiles.bytes(surroundings, file, MOST_BYTES));
                results.add(adapter.run(material, processor, given, done -> progress(file + ": " + done)));
            }
            progress("");
            ConformReport report = new ConformReport(adapter.name(), isa, results);
            screen().print(json ? report.json().pretty() : report.text(screen()));
            return report.holds() ? ExitCode.SUCCESS : ExitCode.FAILURE;
        }
    }

    private Processor processor(Catalog catalog, Surroundings surroundings) throws IOException {
        Isa checked = Parts.isa(catalog, surroundings, isa, new Diagnostics());
        String name = isa.split(":", 2)[0];
        Optional<Part> part = catalog.parts(PartKind.ISA).stream()
                .filter(offered -> offered.name().equals(name))
                .findFirst();
        return new Processor(
                checked,
                () -> part.map(p -> new PluginExterns(catalog, p).bind(checked)).orElse(Map.of()),
                Engines.named(engine));
    }

    /** The files named, and those of the format in the folders named, in the order of their names. */
    private List<String> found(Adapter adapter) throws IOException {
        List<String> found = new ArrayList<>();
        for (String written : files) {
            Path path = kit().surroundings().path(written);
            if (!Files.isDirectory(path)) {
                found.add(written);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                inside.map(file -> written + "/" + file.getFileName())
                        .filter(adapter::reads)
                        .sorted()
                        .limit(MOST_FILES)
                        .forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new IOException("no file of the format '" + adapter.name() + "' is there");
        }
        return found;
    }

    /** How far it is, on one line that changes; for people alone. */
    private void progress(String done) {
        if (kit().surroundings().terminal() && !json) {
            screen().redraw(done);
        }
    }
}
