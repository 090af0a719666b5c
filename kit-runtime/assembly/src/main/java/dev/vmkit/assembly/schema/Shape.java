package dev.vmkit.assembly.schema;

import dev.vmkit.language.yaml.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The shapes of values that machine files consist of. */
final class Shape {
    private Shape() {}

    static Json text(String doc) {
        return Json.object().put("type", "string").put("description", doc).build();
    }

    static Json flag(String doc) {
        return Json.object().put("type", "boolean").put("description", doc).build();
    }

    static Json pattern(String regex, String doc) {
        return Json.object()
                .put("type", "string")
                .put("pattern", regex)
                .put("description", doc)
                .build();
    }

    /** A whole number of at least {@code least}. */
    static Json number(long least, String doc) {
        return number(least, Long.MAX_VALUE, doc);
    }

    static Json number(long least, long most, String doc) {
        Json.Builder number = Json.object().put("type", "integer");
        if (least != Long.MIN_VALUE) {
            number.put("minimum", least);
        }
        if (most != Long.MAX_VALUE) {
            number.put("maximum", most);
        }
        return number.put("description", doc).build();
    }

    static Json oneOf(Collection<String> values, String doc) {
        return Json.object()
                .put("enum", Json.texts(values))
                .put("description", doc)
                .build();
    }

    static Json either(String doc, Json... shapes) {
        return Json.object()
                .put("description", doc)
                .put("anyOf", Json.array(shapes))
                .build();
    }

    static Json list(Json item) {
        return Json.object().put("type", "array").put("items", item).build();
    }

    /** A mapping whose keys are names. */
    static Json named(Json value, String doc) {
        return Json.object()
                .put("type", "object")
                .put("description", doc)
                .put("additionalProperties", value)
                .build();
    }

    /** A mapping with these keys and no others. */
    static Json mapping(Map<String, Json> keys, List<String> required, String doc) {
        return Json.object()
                .put("type", "object")
                .put("description", doc)
                .put("properties", keys(keys))
                .put("required", Json.texts(required))
                .put("additionalProperties", false)
                .build();
    }

    static Json keys(Map<String, Json> keys) {
        Json.Builder object = Json.object();
        keys.forEach(object::put);
        return object.build();
    }

    static Json address(String doc) {
        return number(0, doc);
    }

    /** Bytes with a unit, or address units. */
    static Json size(String doc) {
        return either(doc, number(1, "Address units."), amount("B|KiB|MiB|GiB", "Bytes."));
    }

    /** A number with one of these units. */
    static Json amount(String units, String doc) {
        return pattern("^[0-9]+(\\.[0-9]+)? ?(" + units + ")$", doc);
    }
}
