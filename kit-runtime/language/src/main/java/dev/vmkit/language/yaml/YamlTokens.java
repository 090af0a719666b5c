package dev.vmkit.language.yaml;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Jackson's YAML tokens over a file, their places counted in characters. Every scalar is text. */
final class YamlTokens implements AutoCloseable {
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setSchema(new FailsafeSchema())
                    .setCodePointLimit(YamlReader.MOST_CHARACTERS + 1)
                    .build())
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // TreeBuilder names both places
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(YamlReader.MOST_CHARACTERS)
                    .maxNameLength(YamlReader.MOST_CHARACTERS)
                    .build())
            .build();

    private final SourceFile file;
    private final JsonParser parser;
    /** The offset of each code point and of the end; empty where they are the same. */
    private final int[] characters;

    YamlTokens(SourceFile file) {
        this.file = file;
        this.characters = charactersOf(file.content());
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), file.content());
    }

    private static int[] charactersOf(String content) {
        int codePoints = content.codePointCount(0, content.length());
        if (codePoints == content.length()) {
            return new int[0];
        }
        int[] offsets = new int[codePoints + 1];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = content.offsetByCodePoints(offsets[i - 1], 1);
        }
        return offsets;
    }

    SourceFile file() {
        return file;
    }

    /** The next token, or null at the end; throws a mistake where the file is not YAML. */
    @Nullable
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw SyntaxMistakes.of(failure(e));
        } catch (RuntimeException e) {
            // The parser below Jackson meets some malformed input with exceptions of the JDK's own.
            throw SyntaxMistakes.of(new SyntaxFailure(file, "", start(), "", start(), start()));
        }
    }

    private SyntaxFailure failure(JacksonException e) {
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            int at = marked.getProblemMark().map(this::offset).orElseGet(this::start);
            return new SyntaxFailure(
                    file,
                    words(marked.getProblem()),
                    at,
                    words(marked.getContext()),
                    marked.getContextMark().map(this::offset).orElse(at),
                    start());
        }
        return new SyntaxFailure(file, words(e.getOriginalMessage()), start(), "", start(), start());
    }

    private static String words(@Nullable String message) {
        return message == null ? "" : message;
    }

    /** The text of the current scalar or key. */
    String text() {
        String text = parser.currentToken() == JsonToken.PROPERTY_NAME ? parser.currentName() : parser.getString();
        return words(text);
    }

    /** The offset of the current token's first character. */
    int start() {
        return offset(parser.currentTokenLocation());
    }

    /** The offset behind the current token's last character. */
    int end() {
        return offset(parser.currentLocation());
    }

    /** The place of the current token. */
    Span here() {
        return file.span(start(), Math.max(start(), end()));
    }

    private int offset(Mark mark) {
        return offset(mark.getIndex());
    }

    private int offset(TokenStreamLocation location) {
        return offset((int) Math.max(0, location.getCharOffset()));
    }

    /** The parser counts code points, a file counts characters. */
    private int offset(int codePoints) {
        return Math.min(
                characters.length == 0 ? codePoints : characters[Math.min(codePoints, characters.length - 1)],
                file.content().length());
    }

    @Override
    public void close() {
        parser.close();
    }
}
