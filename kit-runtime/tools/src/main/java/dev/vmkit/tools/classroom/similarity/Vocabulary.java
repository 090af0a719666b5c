package dev.vmkit.tools.classroom.similarity;

import dev.vmkit.language.yaml.Json;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The words of formats: the names of all properties in their JSON Schemas. */
public final class Vocabulary {
    private Vocabulary() {}

    /** Of these schemas. */
    public static Set<String> of(Collection<Json> schemas) {
        Set<String> words = new TreeSet<>();
        schemas.forEach(schema -> gather(schema, words));
        return words;
    }

    private static void gather(Json json, Set<String> words) {
        switch (json) {
            case Json.Members object -> {
                object.get("properties")
                        .filter(Json.Members.class::isInstance)
                        .map(Json.Members.class::cast)
                        .ifPresent(
                                properties -> words.addAll(properties.members().keySet()));
                object.members().values().forEach(value -> gather(value, words));
            }
            case Json.Array array -> array.items().forEach(item -> gather(item, words));
            default -> {}
        }
    }
}
