package dev.vmkit.language.yaml;

import java.util.Iterator;
import java.util.Map;

/** Writes JSON. An empty array or object stands on one line. */
final class JsonWriter {
    private final boolean pretty;
    private final StringBuilder out = new StringBuilder();

    JsonWriter(boolean pretty) {
        this.pretty = pretty;
    }

    String write(Json json) {
        value(json, 0);
        return out.toString();
    }

    private void value(Json json, int depth) {
        switch (json) {
            case Json.Members object -> members(object, depth);
            case Json.Array array -> array(array, depth);
            case Json.Text text -> text(text.value());
            case Json.Number number -> out.append(number.value());
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null ignored -> out.append("null");
        }
    }

    private void members(Json.Members object, int depth) {
        out.append('{');
        Iterator<Map.Entry<String, Json>> members = object.members().entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, Json> member = members.next();
            newLine(depth + 1);
            text(member.getKey());
            out.append(pretty ? ": " : ":");
            value(member.getValue(), depth + 1);
            out.append(members.hasNext() ? "," : "");
        }
        if (!object.members().isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void array(Json.Array array, int depth) {
        out.append('[');
        Iterator<Json> items = array.items().iterator();
        while (items.hasNext()) {
            newLine(depth + 1);
            value(items.next(), depth + 1);
            out.append(items.hasNext() ? "," : "");
        }
        if (!array.items().isEmpty()) {
            newLine(depth);
        }
        out.append(']');
    }

    private void newLine(int depth) {
        if (pretty) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void text(String text) {
        out.append('"');
        text.chars().forEach(c -> character((char) c));
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (needsEscape(c)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /** Control characters by the standard; the others so that output shown in a terminal cannot command it. */
    private static boolean needsEscape(char c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\u2028' || c == '\u2029';
    }
}
