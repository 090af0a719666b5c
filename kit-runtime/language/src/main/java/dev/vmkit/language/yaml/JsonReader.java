package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON that nobody vouches for: duplicate names, undue depth, size and numbers are refused. */
public final class JsonReader {
    static final int MOST_CHARACTERS = 256 << 20;
    static final int MOST_VALUES = 4_000_000;
    static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(MOST_CHARACTERS)
                    .maxNameLength(10_000)
                    .build())
            .build();

    private final SourceFile file;
    private final JsonParser parser;
    private int values;

    private JsonReader(SourceFile file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The one value of a file, or nothing where the mistake reported to {@code diagnostics} leaves none. */
    public static Optional<Json> read(SourceFile file, Diagnostics diagnostics) {
        if (file.content().length() > MOST_CHARACTERS) {
            diagnostics.report(YamlProblem.TOO_LARGE, file.span(0, 0), "more than 256 MiB of JSON");
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.content())) {
            return Optional.of(new JsonReader(file, parser).document());
        } catch (MistakeException e) {
            e.diagnostics().forEach(diagnostics::add);
            return Optional.empty();
        }
    }

    private Json document() {
        Json value = value(next(), 1);
        if (next() != null) {
            throw mistake(YamlProblem.JSON, "more text behind the end of the JSON value", "");
        }
        return value;
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw mistake(YamlProblem.JSON, "this is not JSON", "");
        }
    }

    private Json value(@Nullable JsonToken token, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw mistake(
                    YamlProblem.TOO_LARGE,
                    depth > DEEPEST
                            ? "nested deeper than " + DEEPEST + " levels"
                            : "more than " + MOST_VALUES + " values",
                    "");
        }
        return switch (token) {
            case START_OBJECT -> members(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> Json.of(string());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(number());
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> new Json.Null();
            case null, default -> throw mistake(YamlProblem.JSON, "a JSON value is expected here", "");
        };
    }

    private Json members(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (JsonToken t = next(); t == JsonToken.PROPERTY_NAME; t = next()) {
            String name = parser.currentName();
            Json value = value(next(), depth + 1);
            if (members.putIfAbsent(name, value) != null) {
                throw mistake(YamlProblem.DUPLICATE_KEY, "'" + name + "' is given twice in this object", "");
            }
        }
        return new Json.Members(members);
    }

    private Json array(int depth) {
        List<Json> items = new ArrayList<>();
        for (JsonToken t = next(); t != JsonToken.END_ARRAY; t = next()) {
            items.add(value(t, depth + 1));
        }
        return new Json.Array(items);
    }

    private String string() {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw mistake(YamlProblem.JSON, "this text is not JSON", "");
        }
    }

    private BigDecimal number() {
        String digits = string();
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (digits.length() > LONGEST_NUMBER || exponent >= 0 && digits.length() - exponent > 5) {
            throw mistake(YamlProblem.NUMBER, "a number of more digits than anyone needs", "");
        }
        return new BigDecimal(digits);
    }

    private MistakeException mistake(YamlProblem problem, String message, String hint) {
        int at = Math.clamp(
                parser.currentLocation().getCharOffset(), 0, file.content().length());
        return MistakeException.of(
                problem, file.span(at, Math.min(at + 1, file.content().length())), message, hint);
    }
}
