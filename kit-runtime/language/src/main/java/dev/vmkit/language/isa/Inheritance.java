package dev.vmkit.language.isa;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows {@code extends:} from file to file and merges by key: what is new is added behind what was there, and what is
 * there stays unless the new declaration says {@code replace: true}.
 */
final class Inheritance {
    private static final int DEEPEST = 16;
    /** What a text becomes when it is written as a mapping, by section. */
    private static final Map<String, String> TEXT_KEYS =
            Map.of("functions", "do", "hooks", "do", "aliases", "to", "params", "default", "features", "default");

    private final IsaLoader.Library library;
    private final Diagnostics diagnostics;
    private final Mistakes mistakes;

    Inheritance(IsaLoader.Library library, Diagnostics diagnostics, Mistakes mistakes) {
        this.library = library;
        this.diagnostics = diagnostics;
        this.mistakes = mistakes;
    }

    /** The file's definition with all that it extends; nothing where mistakes leave none. */
    Optional<Definition> read(SourceFile file) {
        return read(file, List.of());
    }

    private Optional<Definition> read(SourceFile file, List<String> below) {
        Optional<Definition> own =
                YamlReader.read(file, diagnostics).flatMap(root -> new DefinitionReader(mistakes).read(file, root));
        if (own.isEmpty() || !(own.get().settings().get("extends") instanceof YamlScalar base)) {
            return own;
        }
        List<String> chain = new ArrayList<>(below);
        chain.add(own.get().name().value());
        return base(base.text(), chain).map(found -> merge(found, own.get()));
    }

    private Optional<Definition> base(Text name, List<String> chain) {
        if (chain.contains(name.value()) || chain.size() > DEEPEST) {
            mistakes.tell(
                    IsaProblem.EXTENDS_ITSELF,
                    name.span(),
                    "'" + chain.getFirst() + "' extends itself: " + String.join(" -> ", chain) + " -> " + name);
            return Optional.empty();
        }
        Optional<SourceFile> file = library.find(name.value());
        if (file.isEmpty()) {
            mistakes.tell(
                    IsaProblem.EXTENDS_NOTHING, name.span(), "no instruction set called '" + name + "' to extend");
        }
        return file.flatMap(found -> read(found, chain));
    }

    private Definition merge(Definition base, Definition own) {
        Map<String, YamlNode> settings = new LinkedHashMap<>(base.settings());
        settings.putAll(own.settings());
        Map<String, Map<String, Declaration>> sections = new LinkedHashMap<>(base.sections());
        own.sections().forEach((key, added) -> sections.put(key, merge(key, base.section(key), added)));
        return own.with(settings, sections);
    }

    private Map<String, Declaration> merge(
            String section, Map<String, Declaration> base, Map<String, Declaration> added) {
        Map<String, Declaration> merged = new LinkedHashMap<>(base);
        for (Declaration declaration : added.values()) {
            Declaration earlier = merged.get(declaration.id());
            merged.put(declaration.id(), earlier == null ? fresh(declaration) : again(section, earlier, declaration));
        }
        return merged;
    }

    private Declaration fresh(Declaration declaration) {
        if (declaration.replaces()) {
            mistakes.tell(
                    IsaProblem.REPLACES_NOTHING,
                    declaration.span(),
                    "'" + declaration.id() + "' says replace: true, but the definition it extends has none");
        }
        return declaration;
    }

    private Declaration again(String section, Declaration earlier, Declaration later) {
        if (section.equals("maps") && !later.replaces()) {
            return withMoreEntries(earlier, later);
        }
        if (!later.replaces() && !section.equals("asm")) {
            mistakes.clash(
                    IsaProblem.NEEDS_REPLACE,
                    later.span(),
                    "'" + later.id() + "' is declared already in what this definition extends",
                    later.node() instanceof YamlMapping
                            ? "to redefine it, add replace: true"
                            : "to redefine it, write { replace: true, " + TEXT_KEYS.getOrDefault(section, "value")
                                    + ": ... }",
                    earlier.span(),
                    "declared here");
        }
        return later;
    }

    /** A map that is declared again gets further entries; its other keys stay as they are. */
    private Declaration withMoreEntries(Declaration earlier, Declaration later) {
        if (!(earlier.node() instanceof YamlMapping map)
                || !(map.get("entries").orElse(null) instanceof YamlMapping old)
                || !(later.node() instanceof YamlMapping more)
                || !(more.get("entries").orElse(null) instanceof YamlMapping extra)) {
            return later;
        }
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        old.entries().forEach(entry -> entries.put(entry.name(), entry));
        extra.entries().forEach(entry -> entries.merge(entry.name(), entry, this::entryAgain));
        YamlNode all = new YamlMapping(List.copyOf(entries.values()), old.span());
        List<YamlMapping.Entry> keys = map.entries().stream()
                .map(e -> e.name().equals("entries") ? new YamlMapping.Entry(e.key(), all) : e)
                .toList();
        return new Declaration(earlier.name(), earlier.head(), new YamlMapping(keys, map.span()));
    }

    private YamlMapping.Entry entryAgain(YamlMapping.Entry earlier, YamlMapping.Entry later) {
        Declaration before = new Declaration(earlier.key().text(), earlier.key().text(), earlier.value());
        Declaration after = new Declaration(later.key().text(), later.key().text(), later.value());
        again("entries", before, after);
        return later;
    }
}
