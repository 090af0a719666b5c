package dev.vmkit.tools.grade.report;

import dev.vmkit.language.yaml.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a JSON object, by name and type; what is missing or of another type is an {@link IllegalArgumentException}. */
record Fields(Json.Members object) {
    Fields(Json json) {
        this(as(Json.Members.class, json, "an object"));
    }

    String text(String name) {
        return as(Json.Text.class, member(name), name).value();
    }

    BigDecimal number(String name) {
        return as(Json.Number.class, member(name), name).value();
    }

    boolean flag(String name) {
        return as(Json.Bool.class, member(name), name).value();
    }

    Fields fields(String name) {
        return new Fields(member(name));
    }

    Optional<Fields> maybe(String name) {
        return object.get(name).map(Fields::new);
    }

    List<Fields> array(String name) {
        return items(name).stream().map(Fields::new).toList();
    }

    List<String> texts(String name) {
        return items(name).stream()
                .map(item -> as(Json.Text.class, item, name).value())
                .toList();
    }

    /** All members, which are texts. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        object.members().keySet().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    private List<Json> items(String name) {
        return as(Json.Array.class, member(name), name).items();
    }

    private Json member(String name) {
        return object.get(name).orElseThrow(() -> new IllegalArgumentException("without '" + name + "'"));
    }

    private static <T extends Json> T as(Class<T> type, Json json, String what) {
        if (!type.isInstance(json)) {
            throw new IllegalArgumentException("of another type: " + what);
        }
        return type.cast(json);
    }
}
