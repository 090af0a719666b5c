package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder with a machine file, resolved with the plugins of the test resources. */
final class TestMachine {
    static final Path PLUGINS = Path.of("src/test/resources/plugins");

    private final Path folder;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<Path> places;

    TestMachine(Path folder, Path... morePlaces) {
        this.folder = folder;
        this.places = new java.util.ArrayList<>(List.of(PLUGINS));
        this.places.addAll(List.of(morePlaces));
    }

    TestMachine file(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestMachine file(String name, String content) {
        return file(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Optional<ResolvedMachine> resolve(String yaml) {
        Catalog catalog = Catalog.open(places);
        return MachineReader.read(new SourceFile("machine.yaml", yaml), diagnostics)
                .flatMap(config -> Resolution.resolve(config, folder, catalog, diagnostics));
    }

    ResolvedMachine resolved(String yaml) {
        return resolve(yaml).orElseThrow(() -> new AssertionError(messages()));
    }

    /** What was reported, with the test's folders under short names. */
    String messages() {
        return DiagnosticPrinter.plain()
                .print(diagnostics.list())
                .replace(folder.toString(), "folder")
                .replace(PLUGINS.toString(), "plugins");
    }
}
