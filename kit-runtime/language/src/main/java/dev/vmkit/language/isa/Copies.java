package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows {@code like:}, which copies the keys of another instruction, and {@code with:}, which renames in the copy. */
final class Copies {
    private static final int DEEPEST = 16;
    /** Keys that concern the declaration itself and are not copied. */
    private static final Set<String> OWN = Set.of("like", "with", "replace");

    private final Map<String, Declaration> instructions;
    private final Vocabulary vocabulary;
    private final Registers registers;
    private final Context context;

    /** Copies among {@code instructions}. */
    Copies(Map<String, Declaration> instructions, Vocabulary vocabulary, Registers registers, Context context) {
        this.instructions = instructions;
        this.vocabulary = vocabulary;
        this.registers = registers;
        this.context = context;
    }

    Optional<Recipe> recipe(Declaration declaration) {
        return recipe(declaration, List.of());
    }

    private Optional<Recipe> recipe(Declaration declaration, List<String> chain) {
        Optional<YamlMapping> keys =
                context.values().mapping(declaration.node(), "an instruction").isPresent()
                        ? Optional.of((YamlMapping) declaration.node())
                        : Optional.empty();
        if (keys.isEmpty() || keys.get().get("like").isEmpty()) {
            return keys.map(found -> new Recipe(found, Map.of()));
        }
        List<String> longer = new ArrayList<>(chain);
        longer.add(declaration.id());
        return context.values()
                .text(keys.get().get("like").get())
                .flatMap(name -> original(name, declaration, longer))
                .flatMap(original -> recipe(original, longer))
                .map(base -> copy(base, keys.get()));
    }

    private Optional<Declaration> original(Text name, Declaration declaration, List<String> chain) {
        if (chain.contains(name.value()) || chain.size() > DEEPEST) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_LIKE,
                            name.span(),
                            "instruction " + declaration.id() + ": it copies itself: " + String.join(" -> ", chain)
                                    + " -> " + name);
            return Optional.empty();
        }
        Declaration found = instructions.get(name.value());
        if (found == null) {
            Set<String> others = new LinkedHashSet<>(instructions.keySet());
            others.removeAll(chain);
            context.mistakes()
                    .unknown(
                            name.span(), "instruction " + declaration.id() + ": ", "instruction", name.value(), others);
        }
        return Optional.ofNullable(found);
    }

    private Recipe copy(Recipe base, YamlMapping own) {
        Renaming with = renaming(own);
        Map<String, YamlMapping.Entry> keys = new LinkedHashMap<>();
        Map<String, Renaming> renamings = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : base.keys().entries()) {
            if (!OWN.contains(entry.name())) {
                keys.put(entry.name(), entry);
                renamings.put(entry.name(), base.renaming(entry.name()).then(with));
            }
        }
        for (YamlMapping.Entry entry : own.entries()) {
            keys.put(entry.name(), entry);
            renamings.remove(entry.name());
        }
        return new Recipe(new YamlMapping(List.copyOf(keys.values()), own.span()), renamings);
    }

    private Renaming renaming(YamlMapping own) {
        Map<String, String> names = new LinkedHashMap<>();
        List<YamlMapping.Entry> entries = own.get("with")
                .flatMap(node -> context.values().mapping(node, "'with'"))
                .map(MappingReader::entries)
                .orElse(List.of());
        for (YamlMapping.Entry entry : entries) {
            boolean operand = vocabulary.knows(entry.name());
            Set<String> known = operand ? vocabulary.names() : registers.names();
            if (entry.value() instanceof YamlScalar to && !known.contains(to.value())) {
                String what = operand ? "operand" : "register";
                context.mistakes().unknown(to.span(), "with: ", what, to.value(), known);
            } else {
                context.values().text(entry.value()).ifPresent(to -> names.put(entry.name(), to.value()));
            }
        }
        return new Renaming(names);
    }
}
