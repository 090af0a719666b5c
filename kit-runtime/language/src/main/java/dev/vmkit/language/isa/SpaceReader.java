package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code spaces}, and {@code fetch}, which says where instructions come from. */
final class SpaceReader {
    private static final Set<Integer> UNITS = Set.of(8, 16, 32, 64);

    private static final List<String> ACCESSES = List.of("fetch", "load", "store");

    private final Definition definition;
    private final Registers registers;
    private final Context context;
    private final List<String> definitionKey;
    private final Map<String, Space> spaces = new LinkedHashMap<>();

    SpaceReader(Definition definition, Registers registers, Context context) {
        this.definition = definition;
        this.registers = registers;
        this.context = context;
        List<Text> names = definition
                .setting("translate-key")
                .map(node -> context.values().texts(node))
                .orElse(List.of());
        this.definitionKey = new TranslateKey(registers, context).read(names, "translate-key: ");
    }

    Map<String, Space> spaces() {
        definition.chosen("spaces", context).forEach(this::space);
        spaces.values().forEach(this::checkNoCircle);
        return spaces;
    }

    private void checkNoCircle(Space space) {
        Optional<Space> below = Optional.of(space);
        for (int i = 0; i <= spaces.size() && below.isPresent(); i++) {
            below = below.flatMap(Space::over).map(spaces::get);
        }
        if (below.isPresent()) {
            Declaration declaration = definition.section("spaces").get(space.name());
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_SPACE,
                            declaration == null ? definition.name().span() : declaration.span(),
                            "space " + space.name() + ": following 'over:' from space to space never ends");
        }
    }

    private void space(Declaration declaration) {
        Names.check(declaration, "a space", context.mistakes());
        Fields.of(declaration, "space", context).ifPresent(fields -> {
            fields.require("addr");
            int unit = fields.number("unit", 1, 64, 8);
            if (!UNITS.contains(unit)) {
                context.mistakes()
                        .tell(
                                IsaProblem.OUT_OF_RANGE,
                                fields.at("unit"),
                                fields.subject() + "one address holds 8, 16, 32 or 64 bits, not " + unit);
                unit = 8;
            }
            spaces.put(
                    declaration.id(),
                    new Space(
                            declaration.id(),
                            fields.number("addr", 1, 64, 64),
                            unit,
                            known(fields, "over", "spaces", "space"),
                            known(fields, "translate", "functions", "function"),
                            known(fields, "guard", "functions", "function"),
                            key(fields),
                            faults(fields)));
            if (fields.has("translate")) {
                fields.require("over");
            }
            fields.close();
        });
    }

    /** Its own key, or that of the whole definition. */
    private List<String> key(Fields fields) {
        List<Text> names = fields.texts("key");
        boolean decides = fields.has("translate") || fields.has("guard");
        return names.isEmpty() && decides
                ? definitionKey
                : new TranslateKey(registers, context).read(names, fields.subject() + "key: ");
    }

    private Map<String, String> faults(Fields fields) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries("faults")) {
            if (!ACCESSES.contains(entry.name())) {
                context.mistakes().unknown(entry.key().span(), fields.subject(), "access", entry.name(), ACCESSES);
            }
            fields.values()
                    .text(entry.value())
                    .flatMap(trap -> known(fields, trap, "traps", "trap"))
                    .ifPresent(trap -> faults.put(entry.name(), trap));
        }
        return faults;
    }

    private Optional<String> known(Fields fields, String key, String section, String what) {
        return fields.text(key).flatMap(name -> known(fields, name, section, what));
    }

    private Optional<String> known(Fields fields, Text name, String section, String what) {
        List<String> all = definition.chosen(section, context).stream()
                .map(Declaration::id)
                .toList();
        if (!all.contains(name.value())) {
            context.mistakes().unknown(name.span(), fields.subject(), what, name.value(), all);
            return Optional.empty();
        }
        return Optional.of(name.value());
    }

    /** The space of instructions: the one named, else the only one, else {@code mem}. */
    Space fetch() {
        Optional<Text> name = definition.setting("fetch").flatMap(context.values()::text);
        String wanted = name.map(Text::value).orElse(spaces.size() == 1 ? firstName() : "mem");
        Space found = spaces.get(wanted);
        if (found != null) {
            return found;
        }
        if (name.isPresent()) {
            context.mistakes().unknown(name.get().span(), "fetch: ", "space", wanted, spaces.keySet());
        } else {
            context.mistakes()
                    .tell(
                            IsaProblem.NO_FETCH_SPACE,
                            definition.name().span(),
                            spaces.isEmpty()
                                    ? "no address space is declared, so instructions lie nowhere"
                                    : "'fetch:' must say which space instructions come from",
                            spaces.isEmpty() ? "write it like spaces: { mem: { addr: 16, unit: 8 } }" : "");
        }
        return spaces.isEmpty() ? Space.physical("mem", 64, 8) : firstSpace();
    }

    private String firstName() {
        return new ArrayList<>(spaces.keySet()).getFirst();
    }

    private Space firstSpace() {
        return new ArrayList<>(spaces.values()).getFirst();
    }
}
