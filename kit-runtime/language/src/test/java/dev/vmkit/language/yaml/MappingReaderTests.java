package dev.vmkit.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void readsWhatItIsAskedFor() {
        MappingReader in = read("text: 0x10\nlist: [a, b]\none: a\nyes: true\nsize: 0x1_000\nwide: 0xFFFFFFFFFFFFFFFF");

        assertThat(in.requiredText("text")).map(Text::value).contains("0x10");
        assertThat(in.names("list")).map(Text::value).containsExactly("a", "b");
        assertThat(in.names("one")).map(Text::value).containsExactly("a");
        assertThat(in.bool("yes")).contains(true);
        assertThat(in.integer("size", 0, 5000)).contains(4096);
        assertThat(in.unsigned("wide", 64)).contains(-1L);
        assertThat(in.text("absent")).isEmpty();
        in.finish();
        assertThat(messages()).isEmpty();
    }

    @Test
    void namesTheNearestKeyForAnUnknownOne() {
        MappingReader in = read("encdoe: x");
        in.text("encode");
        in.finish();
        assertThat(messages()).containsExactly("K014 1:1 a thing has no key 'encdoe' (did you mean 'encode'?)");
    }

    @Test
    void listsTheKnownKeysWhenNoneIsNear() {
        MappingReader in = read("colour: x");
        in.text("encode");
        in.text("do");
        in.finish();
        assertThat(messages()).containsExactly("K014 1:1 a thing has no key 'colour' (known: encode, do)");
    }

    @Test
    void saysWhichKeyIsMissing() {
        read("encdoe: x").requiredText("encode");
        assertThat(messages()).containsExactly("K013 1:1 a thing needs 'encode:' (is 'encdoe' meant to be 'encode'?)");
    }

    @Test
    void explainsAnEmptyValueThatBecameAComment() {
        read("asm: #{v8}").requiredText("asm");
        assertThat(messages())
                .contains("K020 1:5 expected text, found nothing (the '#' starts a comment: quote the text)");
    }

    @Test
    void explainsACommaThatEndsAKey() {
        read("regs: { a, b: { width: 8 } }")
                .mapping("regs", "registers")
                .orElseThrow()
                .mapping("a", "a register");
        assertThat(messages())
                .containsExactly("K020 1:10 expected a mapping (key: value), found nothing"
                        + " (between { } a comma ends a key: several keys for one value need lines of their own)");
    }

    @Test
    void acceptsQuotedEmptyText() {
        assertThat(read("do: \"\"").requiredText("do")).map(Text::value).contains("");
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "1_200, 1200",
        "0x4B0, 1200",
        "0b100_1011, 75",
        "-3, -3",
        "+3, 3",
        "0, 0",
        "0xFFFFFFFFFFFFFFFFFF, 4722366482869645213695"
    })
    void readsNumbers(String written, BigInteger number) {
        assertThat(read("n: " + written).number("n")).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010 | a number with a leading zero is read differently by different readers (write 10, or 0b010 for"
                        + " bits)",
                "0755 | a number with a leading zero is read differently by different readers (write 755, or 0x755 for"
                        + " hexadecimal)",
                "000 | a number with a leading zero is read differently by different readers (write 0, or 0b000 for"
                        + " bits)",
                "x3000 | expected a whole number, found 'x3000' (write 0x3000 for hexadecimal)",
                "$fe | expected a whole number, found '$fe' (write 0xFE for hexadecimal)",
                "3000h | expected a whole number, found '3000h' (write 0x3000 for hexadecimal)",
                "FE | expected a whole number, found 'FE' (write 0xFE if hexadecimal is meant)",
                "1.5 | expected a whole number, found '1.5'",
                "0o18 | expected a whole number, found '0o18' (octal digits are 0 to 7)",
                "1_ | a '_' stands between digits",
                "0x_1 | a '_' stands between digits",
            })
    void refusesWhatIsNoNumber(String written, String message) {
        assertThat(read("n: " + written).number("n")).isEmpty();
        assertThat(messages()).containsExactly("K016 1:4 " + message);
    }

    @Test
    void statesTheRangeInTheWritersOwnNotation() {
        MappingReader in = read("a: 256\nb: 0x100");
        assertThat(in.integer("a", 1, 255)).isEmpty();
        assertThat(in.unsigned("b", 8)).isEmpty();
        assertThat(messages())
                .containsExactly(
                        "K017 1:4 expected a number from 1 to 255", "K017 2:4 expected a number from 0x0 to 0xFF");
    }

    @ParameterizedTest
    @CsvSource({"yes, write true", "on, write true", "No, write false", "0, write false", "True, write true"})
    void refusesOtherSpellingsOfTrueAndFalse(String written, String hint) {
        assertThat(read("b: " + written).bool("b")).isEmpty();
        assertThat(messages()).containsExactly("K018 1:4 expected true or false, not '" + written + "' (" + hint + ")");
    }

    @Test
    void refusesNamesThatYamlBends() {
        for (String name : List.of("on", "No", "~", "null", "12", "0x10", "1e3", "1:30", "y", "'a b'")) {
            assertThat(read("n: " + name).name("n")).as(name).isEmpty();
        }
        assertThat(messages()).hasSize(10).allMatch(m -> m.startsWith("K019"));
    }

    @Test
    void acceptsSuchNamesQuotedOrAsText() {
        assertThat(read("n: 'on'").name("n")).map(Text::value).contains("on");
        assertThat(read("n: N").text("n")).map(Text::value).contains("N");
        assertThat(messages()).isEmpty();
    }

    @Test
    void saysWhatItFoundInsteadOfTheKindItWants() {
        MappingReader in = read("a: { b: c }\nd: e");
        in.text("a");
        in.mapping("d", "an inner thing");
        in.list("d");
        assertThat(messages())
                .containsExactly(
                        "K015 1:4 expected text, found a mapping (quote it if it is text)",
                        "K015 2:4 expected a mapping (key: value), found a value",
                        "K015 2:4 expected a list, found a value");
    }

    private MappingReader read(String source) {
        YamlNode root =
                YamlReader.read(new SourceFile("t.yaml", source), diagnostics).orElseThrow();
        return new MappingReader((YamlMapping) root, "a thing", diagnostics);
    }

    private List<String> messages() {
        return diagnostics.list().stream()
                .map(d -> d.problem().code() + " "
                        + d.at().map(s -> s.line() + ":" + s.column()).orElse("-") + " " + d.message()
                        + (d.hint().isEmpty() ? "" : " (" + d.hint() + ")"))
                .toList();
    }
}
