package dev.vmkit.language.isa;

import dev.vmkit.language.yaml.YamlMapping;
import java.util.Map;

/**
 * The keys of an instruction, its own and those it copies by {@code like}.
 *
 * @param keys all of them
 * @param renamings for a copied key, how its names change
 */
record Recipe(YamlMapping keys, Map<String, Renaming> renamings) {
    Renaming renaming(String key) {
        return renamings.getOrDefault(key, Renaming.NONE);
    }
}
