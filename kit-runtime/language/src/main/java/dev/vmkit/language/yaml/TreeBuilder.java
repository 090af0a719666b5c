package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Builds the tree from tokens, within bounds, and refuses what a definition has no use for. */
final class TreeBuilder {
    static final int MOST_NODES = 200_000;
    static final int DEEPEST = 64;

    private final YamlTokens tokens;
    private final Diagnostics diagnostics;
    private int nodes;

    TreeBuilder(YamlTokens tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    /** The node that starts with the current token; {@code depth} is 1 for the root. */
    YamlNode node(JsonToken token, int depth) {
        count(depth);
        return switch (token) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            default -> scalar();
        };
    }

    private void count(int depth) {
        if (depth > DEEPEST) {
            throw tooLarge("nested deeper than " + DEEPEST + " levels");
        }
        if (++nodes > MOST_NODES) {
            throw tooLarge("more than " + MOST_NODES + " nodes");
        }
    }

    private MistakeException tooLarge(String message) {
        return MistakeException.of(YamlProblem.TOO_LARGE, tokens.here(), message, "");
    }

    private YamlMapping mapping(int depth) {
        refuseProperties();
        int start = tokens.start();
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        Span last = tokens.here();
        for (JsonToken t = tokens.next(); t == JsonToken.PROPERTY_NAME; t = tokens.next()) {
            YamlScalar key = key();
            YamlNode value = node(expected(tokens.next()), depth + 1);
            last = value.span();
            YamlMapping.Entry entry = new YamlMapping.Entry(key, value);
            YamlMapping.Entry earlier = entries.putIfAbsent(entry.name(), entry);
            if (earlier != null) {
                reportDuplicate(key, earlier.key());
            }
        }
        List<YamlMapping.Entry> list = List.copyOf(entries.values());
        boolean flow = isAt(start, '{');
        if (flow) {
            Splits.report(list, diagnostics);
        }
        return new YamlMapping(list, place(start, flow, last));
    }

    private YamlScalar key() {
        count(1);
        YamlScalar key = scalar();
        if (key.value().equals("<<") && !key.quoted()) {
            diagnostics.report(
                    YamlProblem.ALIAS,
                    key.span(),
                    "'<<' merges mappings, which is not used here",
                    "write the keys out");
        }
        return key;
    }

    private void reportDuplicate(YamlScalar key, YamlScalar earlier) {
        diagnostics.report(
                YamlProblem.DUPLICATE_KEY,
                key.span(),
                "key '" + key.value() + "' is given twice",
                "rename or delete one",
                earlier.span(),
                "first given here");
    }

    private YamlSequence sequence(int depth) {
        refuseProperties();
        int start = tokens.start();
        List<YamlNode> items = new ArrayList<>();
        Span last = tokens.here();
        for (JsonToken t = expected(tokens.next()); t != JsonToken.END_ARRAY; t = expected(tokens.next())) {
            YamlNode item = node(t, depth + 1);
            last = item.span();
            items.add(item);
        }
        boolean flow = isAt(start, '[');
        if (flow) {
            Splits.report(items, diagnostics);
        }
        return new YamlSequence(items, place(start, flow, last));
    }

    private JsonToken expected(@Nullable JsonToken token) {
        if (token == null) {
            throw MistakeException.of(YamlProblem.SYNTAX, tokens.here(), "the file ends in the middle of a value", "");
        }
        return token;
    }

    private Span place(int start, boolean flow, Span last) {
        int end = flow ? tokens.end() : last.end();
        return tokens.file().span(start, Math.max(start, end));
    }

    private YamlScalar scalar() {
        refuseProperties();
        int start = tokens.start();
        int end = Math.max(start, tokens.end());
        String value = tokens.text();
        if (!Characters.wellFormed(value)) {
            diagnostics.report(YamlProblem.CHARACTER, tokens.here(), "this escape makes half of a surrogate pair", "");
        }
        YamlScalar scalar = ScalarPlaces.of(tokens.file(), start, end, value);
        PlainText.check(tokens.file(), scalar, end, diagnostics);
        return scalar;
    }

    /** Anchors and tags are reported; an alias ends the reading, before anything is multiplied. */
    private void refuseProperties() {
        int start = tokens.start();
        if (isAt(start, '&')) {
            diagnostics.report(
                    YamlProblem.ALIAS,
                    tokens.file().span(start, start + 1),
                    "'&' gives this node a name to be repeated by, which is not used here",
                    "write repeated values out, or quote text that starts with '&'");
        } else if (isAt(start, '!')) {
            diagnostics.report(
                    YamlProblem.TAG,
                    tokens.file().span(start, start + 1),
                    "'!' gives this node a type, which is not used here",
                    "leave it out, or quote text that starts with '!'");
        } else if (isAt(start, '*')) {
            throw MistakeException.of(
                    YamlProblem.ALIAS,
                    tokens.here(),
                    "'*' repeats another node, which is not used here",
                    "write the value out, or quote text that starts with '*'");
        }
    }

    private boolean isAt(int offset, char c) {
        String content = tokens.file().content();
        return offset < content.length() && content.charAt(offset) == c;
    }
}
