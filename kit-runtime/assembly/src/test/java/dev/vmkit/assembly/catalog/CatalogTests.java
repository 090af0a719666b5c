package dev.vmkit.assembly.catalog;

import static dev.vmkit.assembly.PluginFolder.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.Golden;
import dev.vmkit.assembly.PluginFolder;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTests {
    private static final String LAMP = "device: lamp\ndoc: A lamp.\nsize: 1\nregisters:\n  LIT: { at: 0 }\n";

    @TempDir
    private Path folder;

    @Test
    void findsAPluginOfYamlAloneInAFolder() {
        plugin(folder, "lamps", "device: lamp.yaml").file("lamp.yaml", LAMP);
        findsTheLamp();
    }

    @ParameterizedTest
    @CsvSource({"lamps.zip, ''", "lamps.jar, ''", "lamps.zip, lamps-1.0/"})
    void findsAPluginInAnArchive(String archive, String prefix) {
        plugin(folder, "lamps", "device: lamp.yaml").file("lamp.yaml", LAMP).archive(archive, prefix);
        findsTheLamp();
    }

    @Test
    void findsAPluginUnderDevelopmentInItsTargetFolder() {
        plugin(folder.resolve("lamps"), "target/classes", "device: lamp.yaml").file("lamp.yaml", LAMP);
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            assertThat(catalog.offers(PartKind.DEVICE, "lamp")).isTrue();
        }
    }

    @Test
    void aPlaceMayBeAPluginItself() {
        Path lamps = plugin(folder, "lamps", "device: lamp.yaml")
                .file("lamp.yaml", LAMP)
                .path();
        try (Catalog catalog = Catalog.open(List.of(lamps))) {
            assertThat(catalog.plugins()).extracting(PluginInfo::name).containsExactly("lamps");
        }
    }

    @Test
    void anInstructionSetIsReadOnceAsLongAsItStaysAsItIs() {
        String tiny = """
            isa: tiny
            doc: One instruction.
            spaces: { mem: { addr: 8, unit: 8 } }
            registers: { pc: { width: 8, role: pc } }
            instructions: { HALT: { encode: "0x00", do: "halt()", doc: The end. } }
            """;
        PluginFolder plugin = plugin(folder, "tiny", "isa: tiny.yaml").file("tiny.yaml", tiny);
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            Part part = catalog.parts(PartKind.ISA).getFirst();
            Diagnostics found = new Diagnostics();
            Optional<Isa> first = catalog.isa(part, IsaLoader.Choice.DEFAULT, found);
            assertThat(found.list()).isEmpty();
            assertThat(catalog.isa(part, IsaLoader.Choice.DEFAULT, found).orElseThrow())
                    .isSameAs(first.orElseThrow());
            plugin.file("tiny.yaml", tiny.replace("0x00", "0x01"));
            assertThat(catalog.isa(part, IsaLoader.Choice.DEFAULT, found).orElseThrow())
                    .isNotSameAs(first.orElseThrow());
            plugin.file("tiny.yaml", tiny.replace("halt()", "hult()"));
            assertThat(catalog.isa(part, IsaLoader.Choice.DEFAULT, found)).isEmpty();
            assertThat(found.hasErrors()).isTrue();
        }
    }

    @Test
    void aPluginThatIsReachedInTwoWaysIsOne() {
        Path lamps = plugin(folder, "lamps", "device: lamp.yaml").path();
        Path detour = lamps.resolve("..").resolve("lamps");
        try (Catalog catalog = Catalog.open(List.of(folder, detour))) {
            assertThat(catalog.mistakes()).isEmpty();
            assertThat(catalog.plugins()).hasSize(1);
        }
    }

    @Test
    void aPluginThatIsNamedTakesThePlaceOfOneInAFolder() {
        plugin(folder.resolve("bundled"), "lamps", "device: lamp.yaml").file("lamp.yaml", LAMP);
        Path mine = plugin(folder.resolve("mine"), "lamps", "device: lamp.yaml").path();
        try (Catalog catalog = Catalog.open(List.of(folder.resolve("bundled"), mine))) {
            assertThat(catalog.mistakes()).isEmpty();
            assertThat(catalog.plugins())
                    .singleElement()
                    .satisfies(p -> assertThat(p.location()).isEqualTo(mine));
        }
    }

    private void findsTheLamp() {
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            assertThat(catalog.mistakes()).isEmpty();
            assertThat(catalog.part(PartKind.DEVICE, "lamp", here(), diagnostics)
                            .flatMap(part -> catalog.device(part, diagnostics)))
                    .hasValueSatisfying(device -> assertThat(device.doc()).isEqualTo("A lamp."));
            assertThat(catalog.part(PartKind.ISA, "lamp", here(), diagnostics)).isEmpty();
            assertThat(catalog.didYouMean(PartKind.DEVICE, "lmap")).isEqualTo("did you mean 'lamp'? (plugin lamps)");
        }
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void anEmptyPlaceHasNoParts() {
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            assertThat(catalog.parts()).isEmpty();
            assertThat(catalog.mistakes()).isEmpty();
        }
    }

    @Test
    void reportsAllMistakesOfAPluginFileWithTheirPlaces() {
        plugin(folder, "odd", "device: a.txt", "devise: lamp.yaml", "device: ../lamp.yaml", "lamp.yaml");
        mistakes("catalog/declaration.txt");
    }

    @Test
    void reportsAVersionThatDoesNotFit() {
        plugin(folder, "future", "device: lamp.yaml")
                .file("plugin.yaml", "plugin: future\nversion: '1'\nrequires: \">=2.0.0\"\nprovides: []\n");
        plugin(folder, "later", "device: lamp.yaml")
                .file("plugin.yaml", "plugin: later\nversion: 1.0.0\nrequires: \">=2.0.0 & <3.0.0\"\nprovides: []\n");
        plugin(folder, "vague", "device: lamp.yaml")
                .file("plugin.yaml", "plugin: vague\nversion: 1.0.0\nrequires: the newest\nprovides: []\n");
        mistakes("catalog/requires.txt");
    }

    @Test
    void namesBothPluginsOfOneNameAndBothThatOfferOnePart() {
        plugin(folder, "lamps", "device: lamp.yaml").file("lamp.yaml", LAMP);
        plugin(folder, "lights", "device: lamp.yaml").file("lamp.yaml", LAMP);
        plugin(folder, "copy", "device: other.yaml")
                .file("plugin.yaml", "plugin: lamps\nversion: 1.0.0\nrequires: '*'\nprovides: []\n");
        mistakes("catalog/duplicates.txt");
    }

    @Test
    void reportsAPartThatIsMissingOrHasAnotherName() {
        plugin(folder, "lamps", "device: lamp.yaml", "device: lantern.yaml").file("lantern.yaml", LAMP);
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            catalog.parts().forEach(part -> catalog.device(part, diagnostics));
        }
        Golden.check("catalog/parts.txt", printed(diagnostics.list()));
    }

    @Test
    void doesNotFollowALinkOutOfAPlugin() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.yaml"), LAMP);
        Path plugin = plugin(folder, "lamps", "device: lamp.yaml").path();
        Files.createSymbolicLink(plugin.resolve("lamp.yaml"), secret);
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = Catalog.open(List.of(plugin))) {
            assertThat(catalog.device(catalog.parts().getFirst(), diagnostics)).isEmpty();
        }
        assertThat(diagnostics.list())
                .singleElement()
                .satisfies(d -> assertThat(d.problem()).isEqualTo(CatalogProblem.MISSING_FILE));
    }

    @Test
    void refusesArchivesThatCouldDoHarm() throws IOException {
        zip("escapes.zip", "../evil.yaml", 4);
        zip("absolute.zip", "/evil.yaml", 4);
        zip("bomb.zip", "zeros", 64 << 20);
        zip("empty.zip", "readme.txt", 4);
        Files.write(folder.resolve("torn.jar"), new byte[] {'P', 'K', 3, 4, 0, 0});
        mistakes("catalog/archives.txt");
    }

    private void zip(String name, String entry, int size) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[size]);
        }
    }

    private void mistakes(String golden) {
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            Golden.check(golden, printed(catalog.mistakes()));
        }
    }

    private String printed(List<Diagnostic> diagnostics) {
        return DiagnosticPrinter.plain().print(diagnostics).replace(folder.toString(), "plugins");
    }

    private static Span here() {
        return new SourceFile("machine.yaml", "lamp").span(0, 4);
    }

    static PluginFolder lampInJava(Path folder, String body) {
        return plugin(folder, "lamps", "device: lamp.yaml")
                .file("lamp.yaml", "device: lamp\ndoc: A lamp.\nclass: demo.Lamp\nsize: 1\n")
                .java("Lamp", body);
    }
}
