package dev.vmkit.language.isa;

import dev.vmkit.language.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code types}, {@code layouts}, {@code constants} and {@code enums}. */
final class StateReader {
    private final Definition definition;
    private final Context context;

    StateReader(Definition definition, Context context) {
        this.definition = definition;
        this.context = context;
    }

    /** Widths of the named types. */
    Map<String, Integer> widths() {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (Declaration declaration : definition.chosen("types", context)) {
            Names.check(declaration, "a type", context.mistakes());
            Fields.textOf(declaration, "value", "type", context)
                    .ifPresent(text -> widths.put(
                            declaration.id(), Fields.within(text, "type " + declaration.id(), 1, 64, 64, context)));
        }
        return widths;
    }

    Map<String, Layout> layouts() {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        for (Declaration declaration : definition.chosen("layouts", context)) {
            Names.check(declaration, "a layout", context.mistakes());
            Fields.of(declaration, "layout", context).ifPresent(fields -> {
                fields.require("width");
                int width = fields.number("width", 1, 64, 64);
                layouts.put(
                        declaration.id(), new Layout(declaration.id(), width, BitFields.read(fields, width, context)));
                fields.close();
            });
        }
        return layouts;
    }

    /** The numbers of {@code constants}, and those of {@code enums} that a name can be. */
    Map<String, Long> constants() {
        Map<String, Long> constants = new LinkedHashMap<>();
        for (Declaration declaration : definition.chosen("constants", context)) {
            Names.check(declaration, "a constant", context.mistakes());
            Fields.textOf(declaration, "value", "constant", context)
                    .ifPresent(text -> constants.put(
                            declaration.id(), context.evaluate(text).orElse(0)));
        }
        NamedNumbers numbers = new NamedNumbers(definition, context);
        for (Declaration declaration : definition.chosen("enums", context)) {
            numbers.numbers(declaration.node()).forEach((name, value) -> {
                Long other = Names.isName(name) ? constants.putIfAbsent(name, value) : null;
                if (other != null && !other.equals(value)) {
                    context.mistakes()
                            .tell(
                                    IsaProblem.DEFINED_TWICE,
                                    declaration.span(),
                                    "enum " + declaration.id() + ": '" + name + "' is " + value
                                            + " here, but another constant of this name is " + other);
                }
            });
        }
        return constants;
    }

    ByteOrder byteOrder() {
        YamlScalar scalar = definition
                .setting("byte-order")
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .orElse(null);
        if (scalar == null || scalar.value().equals("big")) {
            return ByteOrder.BIG;
        }
        if (!scalar.value().equals("little")) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_WORD,
                            scalar.span(),
                            "byte-order is big or little, not '" + scalar.value() + "'");
        }
        return ByteOrder.LITTLE;
    }
}
