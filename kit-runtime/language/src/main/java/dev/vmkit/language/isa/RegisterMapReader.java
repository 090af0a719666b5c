package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code maps}, the sparse register maps. */
final class RegisterMapReader {
    private final Definition definition;
    private final Registers registers;
    private final Context context;

    RegisterMapReader(Definition definition, Registers registers, Context context) {
        this.definition = definition;
        this.registers = registers;
        this.context = context;
    }

    Map<String, RegisterMap> read() {
        Map<String, RegisterMap> maps = new LinkedHashMap<>();
        for (Declaration declaration : definition.chosen("maps", context)) {
            Names.check(declaration, "a register map", context.mistakes());
            Fields.of(declaration, "register map", context).ifPresent(fields -> {
                maps.put(declaration.id(), map(declaration, fields));
                fields.close();
            });
        }
        return maps;
    }

    private RegisterMap map(Declaration declaration, Fields fields) {
        fields.require("index");
        fields.require("width");
        int index = fields.number("index", 1, 64, 64);
        Map<Long, Span> taken = new HashMap<>();
        List<RegisterMap.Entry> entries = new ArrayList<>();
        for (YamlMapping.Entry entry : fields.entries("entries")) {
            for (Text name : Names.split(entry.key().text(), context.mistakes())) {
                Declaration declared = new Declaration(name, entry.key().text(), entry.value());
                if (context.holds(entry.value())) {
                    Fields.of(declared, "entry", context)
                            .ifPresent(in -> entries.addAll(all(declared, in, index, taken)));
                }
            }
        }
        return new RegisterMap(
                declaration.id(),
                index,
                fields.number("width", 1, 64, 64),
                fields.text("missing"),
                fields.text("access"),
                List.copyOf(entries),
                declaration.span());
    }

    /** The entry, or as many as {@code for} says. */
    private List<RegisterMap.Entry> all(Declaration declaration, Fields fields, int indexWidth, Map<Long, Span> taken) {
        fields.node(Repetition.KEY);
        Repetition range = declaration.node() instanceof YamlMapping mapping
                ? Repetition.of(mapping, fields.subject(), context)
                : Repetition.ONCE;
        fields.require("at");
        long at = fields.number("at").orElse(0);
        RegisterMap.Entry pattern = entry(declaration, fields);
        List<RegisterMap.Entry> entries = new ArrayList<>();
        for (int n = range.first(); n <= range.last(); n++) {
            claim(at + n, declaration, fields, indexWidth, taken);
            entries.add(pattern.at(range.name(declaration.id(), n), at + n));
        }
        return entries;
    }

    private RegisterMap.Entry entry(Declaration declaration, Fields fields) {
        Optional<Text> value = fields.text("value");
        Optional<Text> read = fields.text("read");
        Optional<Text> write = fields.text("write");
        Optional<String> of = of(declaration, fields, value.isPresent() || read.isPresent());
        RegisterMap.Entry entry = new RegisterMap.Entry(
                declaration.id(),
                0,
                of,
                value,
                read,
                fields.text("read-mask"),
                fields.text("write-mask"),
                fields.text("check"),
                fields.text("accept"),
                write,
                fields.doc(),
                declaration.span());
        fields.close();
        return entry;
    }

    private void claim(long index, Declaration declaration, Fields fields, int width, Map<Long, Span> taken) {
        if (width < 64 && index >>> width != 0) {
            context.mistakes()
                    .tell(
                            IsaProblem.OUT_OF_RANGE,
                            fields.text("at").map(Text::span).orElse(fields.place()),
                            fields.subject() + "an index of this map has " + width + " bits, " + index
                                    + " does not fit");
        }
        Span earlier = taken.putIfAbsent(index, declaration.span());
        if (earlier != null) {
            context.mistakes()
                    .clash(
                            IsaProblem.DEFINED_TWICE,
                            declaration.span(),
                            fields.subject() + "another entry has the same index",
                            "",
                            earlier,
                            "the other entry");
        }
    }

    private Optional<String> of(Declaration declaration, Fields fields, boolean computed) {
        Optional<Text> named = fields.text("of");
        String register = named.map(Text::value).orElse(declaration.id());
        if (registers.files().containsKey(register)) {
            return Optional.of(register);
        }
        if (named.isPresent() || !computed) {
            context.mistakes()
                    .unknown(
                            named.map(Text::span).orElse(declaration.span()),
                            fields.subject(),
                            "register",
                            register,
                            registers.files().keySet());
        }
        return Optional.empty();
    }
}
