package dev.vmkit.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void keepsEveryScalarAsItIsWritten() {
        YamlSequence list = (YamlSequence) read("[000, N, off, 0x10, 1_000, ~, null, yes, 1.50, 2001-01-01, '']")
                .orElseThrow();

        assertThat(list.items())
                .extracting(item -> ((YamlScalar) item).value())
                .containsExactly("000", "N", "off", "0x10", "1_000", "~", "null", "yes", "1.50", "2001-01-01", "");
        assertThat(messages()).isEmpty();
    }

    @Test
    void knowsWhatWasQuoted() {
        YamlSequence list =
                (YamlSequence) read("- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a").orElseThrow();

        assertThat(list.items())
                .extracting(item -> ((YamlScalar) item).quoted())
                .containsExactly(false, true, true, true, true);
    }

    @Test
    void placesCollectionsFromTheirFirstToTheirLastToken() {
        YamlMapping root = (YamlMapping)
                read("a: { b: c } # d\ne:\n  - f\n  - [g, h]\n\ni: j\n").orElseThrow();

        assertThat(source(root)).isEqualTo("a: { b: c } # d\ne:\n  - f\n  - [g, h]\n\ni: j");
        assertThat(source(root.get("a").orElseThrow())).isEqualTo("{ b: c }");
        assertThat(source(root.get("e").orElseThrow())).isEqualTo("- f\n  - [g, h]");
        assertThat(source(root.get("i").orElseThrow())).isEqualTo("j");
    }

    @Test
    void keepsTheFirstOfTwoEqualKeysAndNamesBothPlaces() {
        YamlMapping root = (YamlMapping) read("a: 1\nb: 2\n'a': 3").orElseThrow();

        assertThat(root.entries()).extracting(YamlMapping.Entry::name).containsExactly("a", "b");
        assertThat(messages()).containsExactly("K002 3:2 key 'a' is given twice (rename or delete one)");
        assertThat(diagnostics.list().getFirst().related())
                .singleElement()
                .satisfies(other -> assertThat(other.at()).hasToString("t.yaml:1:1"));
    }

    @Test
    void reportsAllAnchorsAndTagsAndStillGivesTheTree() {
        assertThat(read("a: &x 1\nb: !!str 2\n<<: { c: d }")).isPresent();
        assertThat(messages()).extracting(m -> m.substring(0, 8)).containsExactly("K003 1:4", "K004 2:4", "K003 3:1");
    }

    @Test
    void readsCarriageReturnsAndAByteOrderMark() {
        YamlMapping root = (YamlMapping) read("\uFEFFa: b\r\nc: d\r\n").orElseThrow();

        assertThat(root.get("c").orElseThrow().span()).hasToString("t.yaml:2:4");
        assertThat(messages()).isEmpty();
    }

    @Test
    void warnsOfACommentThatLooksLikeText() {
        assertThat(read("asm: LDA #{v8}\nok: x # note\nalso: y #- note\nquoted: 'x' #note"))
                .isPresent();
        assertThat(messages())
                .containsExactly("K011 1:10 '#' starts a comment here, so this does not belong to the text before it"
                        + " (quote the whole text, or put a space behind '#')");
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongAndWhere(String source, String message) {
        read(source);
        assertThat(messages()).containsExactly(message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "K001 1:1 the file says nothing (a definition is expected)"),
                Arguments.of("# only\n# comments\n", "K001 1:1 the file says nothing (a definition is expected)"),
                Arguments.of(
                        "a: b: c", "K010 1:5 a second ': ' in the text of one value (quote the text that holds ': ')"),
                Arguments.of(
                        "a: b\n  c: d",
                        "K010 2:4 this line is indented below a key that already has a value (start it in the same"
                                + " column as the line above)"),
                Arguments.of(
                        "a: b\n  c\n  d: e",
                        "K010 3:4 a ': ' where no key can stand (quote text that holds ': ', or mend this line or the"
                                + " one above)"),
                Arguments.of("a:\n\t- b", "K009 2:1 a tab where spaces are expected (indent by spaces)"),
                Arguments.of("a: @b", "K001 1:4 unquoted text cannot start with '@' (quote the text)"),
                Arguments.of("a: %b", "K001 1:4 unquoted text cannot start with '%' (quote the text)"),
                Arguments.of("a: `b", "K001 1:4 unquoted text cannot start with '`' (quote the text)"),
                Arguments.of("a: 'b\nc: d", "K001 1:4 this quote is not closed (add the closing quote)"),
                Arguments.of("a: \"b", "K001 1:4 this quote is not closed (add the closing quote)"),
                Arguments.of(
                        "a: \"\\q\"",
                        "K001 1:6 unknown escape '\\q' in double quotes (write '\\\\' for a backslash, or use single"
                                + " quotes)"),
                Arguments.of("a: [b, c", "K001 1:4 this '[' is not closed (']' or ',' is expected by line 1)"),
                Arguments.of(
                        "a: { b: c\nd: e",
                        "K010 2:2 a ':' where ',' or '}' is expected (quote text that holds ': ', or close the bracket"
                                + " before)"),
                Arguments.of("a: [b]]", "K001 1:7 this ']' closes nothing (delete it)"),
                Arguments.of(
                        "a: [b}",
                        "K012 1:6 this '}' does not close what is open here (quote text that holds brackets or"
                                + " braces)"),
                Arguments.of(
                        "a: { do: r[7] = next }",
                        "K012 1:11 '[' inside unquoted text between { } (quote the whole text)"),
                Arguments.of(
                        "a: [000, f(b, c)]", "K012 1:10 the comma splits this text into two (quote it as a whole)"),
                Arguments.of(
                        "a: { do: f(b, c) }", "K012 1:10 the comma splits this text into two (quote it as a whole)"),
                Arguments.of(
                        "a: { asm: #{v8}, tail: v8 }\nb: c",
                        "K021 1:11 '#' starts a comment here, and the closing '}' went with it (quote the text that"
                                + " holds '#')"),
                Arguments.of(
                        "a: { run: ADD R0, R0, #1, b: { c: 1 } }\n",
                        "K021 1:23 '#' starts a comment here, and the closing '}' went with it (quote the text that"
                                + " holds '#')"),
                Arguments.of(
                        "a: { run: \"ADD \\\" #1\", b: 'it''s #2', c: { d: 1 }\n",
                        "K001 1:4 this '{' is not closed ('}' or ',' is expected by line 2)"),
                Arguments.of(
                        "a: { b: ",
                        "K001 1:6 a bracket that is open here is not closed (']' or '}' is expected by line 1)"),
                Arguments.of(
                        "a: { b: 1,",
                        "K001 1:9 a bracket that is open here is not closed (']' or '}' is expected by line 1)"),
                Arguments.of(
                        "a: [b, ",
                        "K001 1:5 a bracket that is open here is not closed (']' or '}' is expected by line 1)"),
                Arguments.of("a\nb: c", "K001 1:1 neither a key nor a value: no ': ' follows (write 'key: value')"),
                Arguments.of(
                        "a: b\nc:d\ne: f", "K001 2:1 neither a key nor a value: no ': ' follows (write 'key: value')"),
                Arguments.of(
                        "a: \"b\" c",
                        "K001 1:8 more text behind the closing quote (inside double quotes write \\\" for a quote)"),
                Arguments.of(
                        "a: 'it's'",
                        "K001 1:8 more text behind the closing quote (inside single quotes write '' for a quote)"),
                Arguments.of(
                        "a: \"b\nc: \"d\"",
                        "K001 1:4 this quote is closed only in line 2 (add the closing quote where the text ends)"),
                Arguments.of(
                        "a: |\n  b\n c\n",
                        "K001 3:2 this line is indented less than the text block above (indent it like the block's"
                                + " first line)"),
                Arguments.of(
                        "a: [b]c",
                        "K001 1:7 more text where the value has ended (quote the whole text, or mend the indentation)"),
                Arguments.of("a: [b,, c]", "K001 1:7 nothing stands before this comma (delete it)"),
                Arguments.of(
                        "a: b\n  - c",
                        "K023 2:3 this line goes on with the text of the line above and is no list item (leave the key"
                                + " alone on its line, or quote the text)"),
                Arguments.of(
                        "a: \u201Cb\u201D",
                        "K024 1:4 a typographic quote does not quote: it is part of the text (write \" or ')"),
                Arguments.of(
                        "a:\n  b: c\n d: e",
                        "K001 3:2 this does not fit the lines above (start it in the same column as its siblings)"),
                Arguments.of(
                        "- a\nb: c",
                        "K001 2:1 this does not fit the lines above (start it in the same column as its siblings)"),
                Arguments.of(
                        "a: |x\n  b",
                        "K001 1:5 after '|' or '>' the text starts on the next line, indented (quote text that starts"
                                + " with '|' or '>')"),
                Arguments.of("? [a]\n: b", "K006 1:3 a list or a mapping cannot be a key (quote it if it is text)"),
                Arguments.of("[a]: b", "K006 1:1 a list or a mapping cannot be a key (quote it if it is text)"),
                Arguments.of("a: b\n---\nc: d", "K005 3:1 a second document starts here (one file, one definition)"),
                Arguments.of(
                        "a: b\n...\nc: d", "K001 3:1 this does not belong to what stands above (mend the indentation)"),
                Arguments.of("a: b\u0000", "K008 1:5 character U+0000 may not stand in a text file"),
                Arguments.of("a: \u001B[31m", "K008 1:4 character U+001B may not stand in a text file"),
                Arguments.of("a: \uD800", "K008 1:4 character U+D800 may not stand in a text file"),
                Arguments.of(
                        "a: \uFFFD", "K008 1:4 character U+FFFD may not stand in a text file (save the file as UTF-8)"),
                Arguments.of("a: \"\\ud800\"", "K008 1:4 this escape makes half of a surrogate pair"),
                Arguments.of("[".repeat(10_000), "K007 1:65 nested deeper than 64 levels"),
                Arguments.of("{a: ".repeat(10_000), "K007 1:257 nested deeper than 64 levels"),
                Arguments.of("- ".repeat(10_000), "K007 1:129 nested deeper than 64 levels"),
                Arguments.of("[" + "a,".repeat(200_001) + "]", "K007 1:400000 more than 200000 nodes"),
                Arguments.of(
                        "x".repeat(5 << 20), "K007 1:1 the file has 5242880 characters, at most 4194304 are read"));
    }

    @Test
    void saysWhereAnUnclosedBracketWasOpened() {
        read("a:\n  b: { c: d\n  e: f");
        assertThat(diagnostics.list().getFirst().related())
                .singleElement()
                .satisfies(opened -> assertThat(opened.at()).hasToString("t.yaml:2:6"));
    }

    @Test
    void leavesTextWithDashesAlone() {
        assertThat(read("a: b - c\nd: e\n  - f\ng: 'h\n  - i'")).isPresent();
        assertThat(messages()).hasSize(1).allMatch(m -> m.startsWith("K023 3:3"));
    }

    @Test
    void anAliasBombEndsAtItsFirstAlias() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String alias = "*" + (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(String.join(", ", Collections.nCopies(9, alias)))
                    .append("]\n");
        }
        assertThat(read(bomb.toString())).isEmpty();
        assertThat(messages()).extracting(m -> m.substring(0, 8)).containsExactly("K003 1:4", "K003 2:4", "K003 2:8");
    }

    @Test
    void aHugeScalarIsOneScalar() {
        String huge = "x".repeat(4_000_000);
        YamlMapping root = (YamlMapping) read("a: " + huge).orElseThrow();
        assertThat(((YamlScalar) root.get("a").orElseThrow()).value()).isEqualTo(huge);
    }

    @Test
    void nothingThatIsTypedEndsInAnExceptionOrWithoutAWord() {
        String alphabet = "ab:- \n\n  \t'\"[]{},#&*!|>%@`?\\u0x1é😀~.<=";
        int[] points = alphabet.codePoints().toArray();
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder source = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                source.appendCodePoint(points[random.nextInt(points.length)]);
            }
            Diagnostics found = new Diagnostics();
            Optional<YamlNode> root = YamlReader.read(new SourceFile("t.yaml", source.toString()), found);
            assertThat(root.isPresent() || found.hasErrors())
                    .as(source.toString())
                    .isTrue();
        }
    }

    private static String source(YamlNode node) {
        return node.span()
                .file()
                .content()
                .substring(node.span().start(), node.span().end());
    }

    private Optional<YamlNode> read(String source) {
        return YamlReader.read(new SourceFile("t.yaml", source), diagnostics);
    }

    private List<String> messages() {
        return diagnostics.list().stream()
                .map(d -> d.problem().code() + " "
                        + d.at().map(s -> s.line() + ":" + s.column()).orElse("-") + " " + d.message()
                        + (d.hint().isEmpty() ? "" : " (" + d.hint() + ")"))
                .toList();
    }
}
