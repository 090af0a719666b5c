package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A definition adds to the one it extends, and changes it only where it says so. */
class InheritanceTests {
    private static final String BASE = """
        isa: base
        doc: The base.
        byte-order: little
        spaces: { mem: { addr: 16, unit: 8 } }
        registers:
          pc: { width: 16, role: pc }
          a, b: { width: 8 }
        maps:
          io: { index: 8, width: 8, entries: { a: { at: 1 } } }
        functions:
          clear(b8 v): "a = v"
        instructions:
          INC: { encode: "0x01", do: "a = a + 1" }
          DEC: { encode: "0x02", do: "a = a - 1" }
        hooks:
          reset: "a = 0"
        """;

    private final Map<String, String> files = new HashMap<>(Map.of("base", BASE));
    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<IsaModel> load(String name) {
        return IsaLoader.load(file(name).orElseThrow(), this::file, IsaLoader.Choice.DEFAULT, diagnostics);
    }

    private Optional<SourceFile> file(String name) {
        return Optional.ofNullable(files.get(name)).map(content -> new SourceFile(name + ".yaml", content));
    }

    private IsaModel extended(String rest) {
        files.put("more", "isa: more\nextends: base\n" + rest);
        return load("more").orElseThrow(() -> new AssertionError(messages()));
    }

    private List<String> messages() {
        return diagnostics.list().stream()
                .map(d -> d.at().orElseThrow() + " " + d.problem().code() + " " + d.message())
                .toList();
    }

    private static List<String> ids(IsaModel model) {
        return model.forms().stream().map(Form::id).toList();
    }

    @Test
    void whatIsNewStandsBehindWhatWasThere() {
        IsaModel model = extended("""
            instructions:
              CLR: { encode: "0x03", do: "clear(0)" }
            """);
        assertThat(model.name()).isEqualTo("more");
        assertThat(model.doc()).isEqualTo("The base.");
        assertThat(ids(model)).containsExactly("INC", "DEC", "CLR");
    }

    @Test
    void aReplacementTakesThePlaceOfWhatItReplaces() {
        IsaModel model = extended("""
            instructions:
              INC: { replace: true, encode: "0x81", do: "a = a + 1" }
            functions:
              clear(b8 v): { replace: true, do: "b = v" }
            hooks:
              reset: { replace: true, do: "b = 0" }
            """);
        assertThat(ids(model)).containsExactly("INC", "DEC");
        assertThat(Listing.pattern(model.forms().getFirst())).isEqualTo("10000001");
        assertThat(model.functions().get("clear").body()).hasToString("b = v");
        assertThat(model.hooks().get("reset")).hasToString("b = 0");
    }

    @Test
    void whatIsATextIsReplacedByAMapping() {
        files.put("base", BASE + """
            params: { N: 1 }
            features: { F: false }
            types: { word: 8 }
            constants: { ONE: 1 }
            aliases: { UP: INC }
            """);
        IsaModel model = extended("""
            params: { N: { replace: true, default: 2 } }
            features: { F: { replace: true, default: true } }
            types: { word: { replace: true, value: 16 } }
            constants: { ONE: { replace: true, value: N - 1 } }
            aliases: { UP: { replace: true, to: [INC, INC] } }
            """);
        assertThat(model.params()).isEqualTo(Map.of("N", 2L));
        assertThat(model.features()).containsExactly("F");
        assertThat(model.widths()).isEqualTo(Map.of("word", 16));
        assertThat(model.constants()).isEqualTo(Map.of("ONE", 1L));
        assertThat(model.aliases().getFirst().expansion()).hasSize(2);
    }

    @Test
    void aMapGetsFurtherEntries() {
        IsaModel model = extended("""
            maps:
              io: { entries: { b: { at: 2 } } }
            """);
        assertThat(model.maps().get("io").entries())
                .extracting(RegisterMap.Entry::name)
                .containsExactly("a", "b");
    }

    @Test
    void changingWithoutReplaceNamesBothPlaces() {
        files.put("more", "isa: more\nextends: base\nregisters:\n  a: { width: 16 }\n");
        assertThat(load("more")).isEmpty();
        assertThat(messages())
                .containsExactly("more.yaml:4:3 K212 'a' is declared already in what this definition extends");
        Diagnostic.Related related = diagnostics.list().getFirst().related().getFirst();
        assertThat(related.at()).hasToString("base.yaml:7:3");
    }

    @Test
    void oneOfSeveralNamesCanBeReplaced() {
        IsaModel model = extended("registers:\n  b: { replace: true, width: 16 }\n");
        assertThat(model.register("a").orElseThrow().width()).isEqualTo(8);
        assertThat(model.register("b").orElseThrow().width()).isEqualTo(16);
    }

    @Test
    void aCircleOfExtensionsIsTold() {
        files.put("x", "isa: x\nextends: y\n");
        files.put("y", "isa: y\nextends: x\n");
        assertThat(load("x")).isEmpty();
        assertThat(messages()).containsExactly("y.yaml:2:10 K211 'x' extends itself: x -> y -> x");
    }

    @Test
    void mistakesOfBothFilesAreTold() {
        files.put("bad", BASE.replace("isa: base", "isa: bad").replace("\"0x02\"", "\"0x0\""));
        files.put("more", "isa: more\nextends: bad\ninstructions:\n  CLR: { encode: \"0x3\", do: \"\" }\n");
        assertThat(load("more")).isEmpty();
        assertThat(messages())
                .hasSize(2)
                .anyMatch(m -> m.startsWith("bad.yaml:14:19 K221"))
                .anyMatch(m -> m.startsWith("more.yaml:4:19 K221"));
    }
}
