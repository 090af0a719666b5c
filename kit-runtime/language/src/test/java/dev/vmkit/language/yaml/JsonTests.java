package dev.vmkit.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void writesMembersInTheOrderTheyWerePut() {
        Json json = Json.object()
                .put("z", 1)
                .put("a", true)
                .put(
                        "list",
                        Json.array(Json.of("x"), Json.array(), Json.object().build()))
                .build();

        assertThat(json.write()).isEqualTo("{\"z\":1,\"a\":true,\"list\":[\"x\",[],{}]}");
        assertThat(json.pretty()).isEqualTo("""
            {
              "z": 1,
              "a": true,
              "list": [
                "x",
                [],
                {}
              ]
            }
            """);
    }

    @Test
    void escapesWhatATerminalWouldObey() {
        assertThat(Json.of("\"\\\n\u001B[31m\u009B\u202E é😀").write())
                .isEqualTo("\"\\\"\\\\\\n\\u001b[31m\\u009b\\u202e é😀\"");
    }

    @Test
    void readsWhatItWrites() {
        Json json = Json.object()
                .put("text", "\u0000\uD83D\uDE00\"\\/\u2028")
                .put("wide", Json.of(new BigInteger("18446744073709551615")))
                .put("list", Json.array(List.of(Json.of(false), new Json.Null(), Json.of(-1))))
                .build();

        assertThat(read(json.write())).contains(json);
        assertThat(read(json.pretty())).contains(json);
    }

    @Test
    void tellsWholeNumbersFromOthers() {
        assertThat(read("[1.0, 1e3, 1.5, 0.0]")
                        .map(array -> ((Json.Array) array)
                                .items().stream()
                                        .map(n -> ((Json.Number) n).whole())
                                        .toList()))
                .contains(List.of(
                        Optional.of(BigInteger.ONE),
                        Optional.of(BigInteger.valueOf(1000)),
                        Optional.empty(),
                        Optional.of(BigInteger.ZERO)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'' | K022",
                "{ | K022",
                "[1,] | K022",
                "{\"a\":1,} | K022",
                "{a:1} | K022",
                "[1] [2] | K022",
                "1 x | K022",
                "nul | K022",
                "\"abc | K022",
                "01 | K022",
                "[}] | K022",
                "// c | K022",
                "{\"a\":1,\"a\":2} | K002",
                "1e99999999 | K016",
                "] | K022",
                "NaN | K022",
                "\"\\x\" | K022"
            })
    void refusesWhatIsNotJson(String source, String code) {
        assertThat(read(source)).isEmpty();
        assertThat(diagnostics.list()).extracting(d -> d.problem().code()).containsExactly(code);
    }

    @Test
    void boundsDepthAndNumbers() {
        assertThat(read("[".repeat(100_000))).isEmpty();
        assertThat(read("9".repeat(100_000))).isEmpty();
        assertThat(diagnostics.list()).hasSize(2);
    }

    private Optional<Json> read(String source) {
        return JsonReader.read(new SourceFile("t.json", source), diagnostics);
    }
}
