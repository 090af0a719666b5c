package dev.vmkit.assembly.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.language.yaml.YamlScalar;
import dev.vmkit.language.yaml.YamlSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTests {
    private static final Path ROOT = Path.of("../..");

    private final Catalog catalog = Catalog.open(List.of(
            Path.of("src/test/resources/plugins"),
            ROOT.resolve("plugins/isa-lc3/src/main/resources"),
            ROOT.resolve("plugins/isa-riscv/src/main/resources"),
            ROOT.resolve("plugins/isa-jrst/src/main/resources"),
            ROOT.resolve("plugins/isa-s360/src/main/resources"),
            ROOT.resolve("plugins/isa-pcode/src/main/resources"),
            ROOT.resolve("plugins/isa-popf/src/main/resources"),
            ROOT.resolve("curriculum/02-your-first-isa/solution"),
            ROOT.resolve("curriculum/04-a-device/solution"),
            ROOT.resolve("curriculum/08-is-it-virtualizable/starter"),
            ROOT.resolve("plugins/isa-stack/src/main/resources"),
            ROOT.resolve("plugins/devices-basic/src/main/resources"),
            ROOT.resolve("plugins/devices-riscv/src/main/resources"),
            ROOT.resolve("plugins/devices-virtio/src/main/resources")));

    @AfterEach
    void close() {
        catalog.close();
    }

    static Stream<Path> shipped() throws IOException {
        List<Path> folders = List.of(
                ROOT.resolve("plugins"), ROOT.resolve("curriculum"), ROOT.resolve("kit-runtime/language/src/test"));
        Stream<Path> files = Stream.empty();
        for (Path folder : folders) {
            try (Stream<Path> below = Files.walk(folder)) {
                List<Path> yaml = below.filter(SchemasTests::isOurs).sorted().toList();
                files = Stream.concat(files, yaml.stream());
            }
        }
        return files;
    }

    /** Dialogues and cost profiles have no schema. */
    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".yaml")
                && !file.endsWith("dialogue.yaml")
                && !file.toString().contains("/target/")
                && !isCosts(file);
    }

    private static boolean isCosts(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.equals("techniques:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void acceptWhatWeShip(Path file) throws IOException {
        Schemas.Kind kind = kind(file);
        assertThat(mistakes(kind, Files.readString(file))).as(kind + " " + file).isEmpty();
    }

    private static Schemas.Kind kind(Path file) throws IOException {
        String text = Files.readString(file);
        if (file.endsWith("plugin.yaml")) {
            return Schemas.Kind.PLUGIN;
        }
        if (text.lines().anyMatch(line -> line.startsWith("isa:"))) {
            return Schemas.Kind.ISA;
        }
        if (text.lines().anyMatch(line -> line.startsWith("hypervisor:"))) {
            return Schemas.Kind.HOST;
        }
        return Stream.of(
                        Schemas.Kind.DEVICE,
                        Schemas.Kind.POLICY,
                        Schemas.Kind.WORKLOAD,
                        Schemas.Kind.TIMESHARE,
                        Schemas.Kind.EXPERIMENT,
                        Schemas.Kind.SUITE)
                .filter(kind -> text.lines().anyMatch(line -> line.startsWith(kind.word() + ":")))
                .findFirst()
                .orElse(Schemas.Kind.MACHINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kit: 2\nmachine: m\ncpu: { isa: tiny }",
                "kit: 1\ncpu: { isa: tiny }",
                "kit: 1\nmachine: m\ncpu: { isa: tinny }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny, variant: huge }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny, params: { WIDTH: 12 } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny, features: { DIV: true } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\nmemory: { ram: { at: 0, size: 4 KB } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\ndevices: { p: { model: prot } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\ndevices: { p: { model: port, stirde: 4 } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\ndevices: { p: { model: port, stride: 9 } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\ndevices: { p: { model: bell, at: 0 } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\ndevices: { p: { model: port, interrupts: cpu seven } }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\nlimits: { time: 10 }",
                "kit: 1\nmachine: m\ncpu: { isa: tiny }\nlaod: hello.asm"
            })
    void refuseMistakesInMachineFiles(String yaml) {
        assertThat(mistakes(Schemas.Kind.MACHINE, yaml)).isNotEmpty();
    }

    @Test
    void refuseMistakesInDefinitions() {
        assertThat(mistakes(Schemas.Kind.ISA, "isa: x\nregistres: { a: { width: 8 } }"))
                .isNotEmpty();
        assertThat(mistakes(Schemas.Kind.ISA, "isa: x\nregisters: { a: { wdith: 8 } }"))
                .isNotEmpty();
        assertThat(mistakes(Schemas.Kind.DEVICE, "device: x\nsize: 1\nregisters: { A: { at: 0, access: read } }"))
                .isNotEmpty();
        assertThat(mistakes(Schemas.Kind.DEVICE, "device: x")).isNotEmpty();
        assertThat(mistakes(Schemas.Kind.POLICY, "policy: x\nclass: X\npromises: [ always-right ]"))
                .isNotEmpty();
        assertThat(mistakes(Schemas.Kind.WORKLOAD, "kit: 1\nworkload: x\njobs: { a: { rnus: 5 } }"))
                .isNotEmpty();
        assertThat(mistakes(Schemas.Kind.PLUGIN, "plugin: x\nversion: 1\nrequires: '*'"))
                .isNotEmpty();
        assertThat(mistakes(
                        Schemas.Kind.PLUGIN, "plugin: x\nversion: 1.0.0\nrequires: '*'\nprovides: [{ isa: x.json }]"))
                .isNotEmpty();
    }

    private List<?> mistakes(Schemas.Kind kind, String yaml) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema schema = registry.getSchema(Schemas.of(kind, catalog).write(), InputFormat.JSON);
        Diagnostics diagnostics = new Diagnostics();
        Json json = YamlReader.read(new SourceFile("file.yaml", yaml), diagnostics)
                .map(SchemasTests::json)
                .orElseThrow();
        return schema.validate(json.write(), InputFormat.JSON);
    }

    /** What an editor's YAML reader makes of a file. */
    private static Json json(YamlNode node) {
        return switch (node) {
            case YamlMapping mapping -> {
                Json.Builder object = Json.object();
                mapping.entries().forEach(e -> object.put(e.name(), json(e.value())));
                yield object.build();
            }
            case YamlSequence list ->
                Json.array(list.items().stream().map(SchemasTests::json).toList());
            case YamlScalar scalar -> scalar(scalar);
        };
    }

    private static Json scalar(YamlScalar scalar) {
        String text = scalar.value();
        if (scalar.quoted()) {
            return Json.of(text);
        }
        if (text.matches("[-+]?[0-9]+")) {
            return Json.of(new BigInteger(text));
        }
        if (text.matches("[-+]?[0-9]+\\.[0-9]+")) {
            return new Json.Number(new BigDecimal(text));
        }
        if (text.matches("0x[0-9a-fA-F]+")) {
            return Json.of(new BigInteger(text.substring(2), 16));
        }
        return text.equals("true") || text.equals("false") ? Json.of(text.equals("true")) : Json.of(text);
    }
}
