package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition file as sections of declarations, before anything in them is read; or several of them, merged.
 *
 * @param name what stands after {@code isa:}
 * @param settings the keys that are no sections, such as {@code byte-order}
 * @param sections for each section the declarations by name, in the order of the file
 */
record Definition(Text name, Map<String, YamlNode> settings, Map<String, Map<String, Declaration>> sections) {
    /** Keys whose value says one thing about the whole. */
    static final List<String> SETTINGS = List.of(
            "isa",
            "doc",
            "extends",
            "byte-order",
            "fetch",
            "translate-key",
            "elf",
            "floats",
            "boot",
            "interrupts",
            "privilege");

    /** Keys whose value declares things by name. */
    static final List<String> SECTIONS = List.of(
            "params",
            "features",
            "variants",
            "types",
            "layouts",
            "spaces",
            "registers",
            "maps",
            "enums",
            "constants",
            "operands",
            "modes",
            "mode-sets",
            "functions",
            "externs",
            "traps",
            "instructions",
            "tables",
            "aliases",
            "hooks",
            "asm");

    Map<String, Declaration> section(String key) {
        return sections.getOrDefault(key, Map.of());
    }

    /** The declarations of a section whose {@code when} holds. */
    List<Declaration> chosen(String key, Context context) {
        return section(key).values().stream()
                .filter(declaration -> context.holds(declaration.node()))
                .toList();
    }

    /** Those whose {@code when} does not hold. */
    List<Declaration> leftOut(String key, Context context) {
        return section(key).values().stream()
                .filter(declaration -> !context.holds(declaration.node()))
                .toList();
    }

    Optional<YamlNode> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    Definition with(Map<String, YamlNode> otherSettings, Map<String, Map<String, Declaration>> otherSections) {
        return new Definition(name, new LinkedHashMap<>(otherSettings), new LinkedHashMap<>(otherSections));
    }
}
