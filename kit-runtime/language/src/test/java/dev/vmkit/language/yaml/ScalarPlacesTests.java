package dev.vmkit.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of a scalar points at its place in the source, whatever the style. */
class ScalarPlacesTests {

    @Test
    void aPlainScalarStandsAsItIs() {
        assertThat(places("a: one two")).containsExactly("o3", "n4", "e5", " 6", "t7", "w8", "o9");
    }

    @Test
    void aPlainScalarOverLinesFoldsTheBreak() {
        assertThat(places("a: x \n  y\n\n\n  z")).containsExactly("x3", " 5", "y8", "\n10", "\n11", "z14");
    }

    @Test
    void singleQuotesHideTheSecondOfTwo() {
        assertThat(places("a: 'it''s'")).containsExactly("i4", "t5", "'6", "s8");
    }

    @Test
    void anEscapeStandsWhereItsBackslashStands() {
        assertThat(places("a: \"x\\n\\x41\\u00e9\\\"y\"")).containsExactly("x4", "\n5", "A7", "é11", "\"17", "y19");
    }

    @Test
    void anEscapedBreakDisappearsWithTheIndentation() {
        assertThat(places("a: \"x \\\n   y\"")).containsExactly("x4", " 5", "y11");
    }

    @Test
    void aLiteralBlockKeepsLinesWithoutTheirIndentation() {
        assertThat(places("a: |\n  if x {\n    y\n  }\n"))
                .startsWith("i7", "f8", " 9", "x10", " 11", "{12", "\n13", " 16", " 17", "y18", "\n19", "}22", "\n23");
    }

    @Test
    void aLiteralBlockWithCarriageReturnsCountsThem() {
        assertThat(places("a: |\r\n  x\r\n  y\r\n")).containsExactly("x8", "\n9", "y13", "\n14");
    }

    @Test
    void aFoldedBlockJoinsLines() {
        assertThat(places("a: >\n  x\n  y\n\n  z\n")).containsExactly("x7", " 8", "y11", "\n13", "z16", "\n17");
    }

    @Test
    void charactersBeyondTheBasicPlaneAreTwo() {
        assertThat(places("😀: x😀y")).containsExactly("x4", "\uD83D5", "\uDE006", "y7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: |-\n  x\n\n",
                "a: |+\n  x\n\n",
                "a: |2\n   x\n",
                "a:\n  b: |1\n     x\n    y\n",
                "a: |\n\n  x\n\n   y\n \n",
                "a: >\n  x\n   y\n  z\n",
                "a: >-\n\n  x\n\n\n  y\n   z\n\n  w",
                "a: >+\n  x\n\n\n",
                "a: | # note\n  x",
                "- |\n x\n- |\n y\n",
                "- - |-\n   x\n   y",
                "a: |\nb: x",
                "a: |+\n\nb: x",
                "a: >2-\n   x\n   y\n",
                "a: \"x\n\n  \\\n  y\\\n\n  z\"",
                "a: 'x\n\n  y '",
                "a: x\n b\n c",
                "[ a b\n  c , 'd'\n ]",
                "{a: \"\\\\\\t\"}",
                "a: \"\\U0001F600\"",
                "a: |\n  x\ty\n  \tz\n",
                "a: >\n  x\n  \ty\n  z\n",
                "a: ''",
                "a: \"\""
            })
    void everyScalarIsReadAgainExactly(String source) {
        assertThat(texts(source)).allSatisfy(ScalarPlacesTests::pointsIntoTheSource);
    }

    @Test
    void randomScalarsInRandomStylesPointIntoTheSource() {
        Random random = new Random(42);
        for (int i = 0; i < 3000; i++) {
            String value = randomValue(random).replaceAll("[ \t]*\n[ \t]*", "\n");
            String source = "k:\n  - " + written(value, random) + "\n  - end\n";
            List<Text> texts = texts(source);
            assertThat(texts).as(source).hasSize(3);
            assertThat(texts.get(1).value()).as(source).isEqualTo(value);
            pointsIntoTheSource(texts.get(1));
        }
    }

    @Test
    void randomWordsOverLinesPointIntoTheSource() {
        Random random = new Random(43);
        for (int i = 0; i < 1000; i++) {
            String value = "w" + "ord é😀x".repeat(random.nextInt(20));
            String broken = value.chars()
                    .mapToObj(c -> c == ' ' && random.nextBoolean() ? "\n    " : Character.toString(c))
                    .collect(Collectors.joining());
            String head = List.of("", ">-\n    ", ">-2\n    ").get(random.nextInt(3));
            List<Text> texts = texts("k:\n  a: " + head + broken + "\n");
            assertThat(texts.getLast().value()).as(head + broken).isEqualTo(value);
            pointsIntoTheSource(texts.getLast());
        }
    }

    private static String randomValue(Random random) {
        String alphabet = "ab#:'\"\\ \n\t{}[],|>é😀-";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder value = new StringBuilder("x");
        for (int i = random.nextInt(30); i > 0; i--) {
            value.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return value.append('y').toString();
    }

    private static String written(String value, Random random) {
        String indented = value.replace("\n", "\n      ");
        return switch (random.nextInt(3)) {
            case 0 -> "|-\n      " + indented;
            case 1 -> "'" + value.replace("'", "''").replaceAll("(\n+)", "\n$1      ") + "'";
            default ->
                "\""
                        + value.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t") + "\"";
        };
    }

    /** A character stands at its place, or an escape or a line break does in its stead; places never go back. */
    private static void pointsIntoTheSource(Text text) {
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            int at = text.span(i, i + 1).start();
            char there = text.span().file().content().charAt(at);
            char c = text.value().charAt(i);
            boolean inStead = there == '\\' || (c == ' ' || c == '\n') && (there == '\n' || there == '\r');
            assertThat(there == c || inStead)
                    .as("character %d of %s stands at %d", i, text, at)
                    .isTrue();
            assertThat(at).as("place of character %d of %s", i, text).isGreaterThan(last - (inStead ? 1 : 0));
            last = at;
        }
    }

    /** The last scalar's characters, each with its offset. */
    private static List<String> places(String source) {
        Text text = texts(source).getLast();
        return IntStream.range(0, text.length())
                .mapToObj(i -> text.value().charAt(i) + "" + text.span(i, i + 1).start())
                .toList();
    }

    private static List<Text> texts(String source) {
        Diagnostics diagnostics = new Diagnostics();
        YamlNode root =
                YamlReader.read(new SourceFile("t.yaml", source), diagnostics).orElseThrow();
        assertThat(diagnostics.hasErrors()).as(source + diagnostics.list()).isFalse();
        return scalars(root).toList();
    }

    private static Stream<Text> scalars(YamlNode node) {
        return switch (node) {
            case YamlScalar s -> Stream.of(s.text());
            case YamlSequence s -> s.items().stream().flatMap(ScalarPlacesTests::scalars);
            case YamlMapping m ->
                m.entries().stream().flatMap(e -> Stream.of(e.key(), e.value()).flatMap(ScalarPlacesTests::scalars));
        };
    }
}
