package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code functions}, {@code externs}, {@code traps} and {@code hooks}; their semantics stay text. */
final class BehaviourReader {
    static final List<String> HOOKS = List.of("trap", "interrupt", "pending", "due", "reset", "step");

    private final Definition definition;
    private final Context context;

    BehaviourReader(Definition definition, Context context) {
        this.definition = definition;
        this.context = context;
    }

    Map<String, FunctionDeclaration> functions() {
        return functions(definition.chosen("functions", context));
    }

    Map<String, FunctionDeclaration> functionsLeftOut() {
        return functions(definition.leftOut("functions", context));
    }

    private Map<String, FunctionDeclaration> functions(List<Declaration> declarations) {
        Map<String, FunctionDeclaration> functions = new LinkedHashMap<>();
        for (Declaration declaration : declarations) {
            Names.check(declaration, "a function", context.mistakes());
            Fields.textOf(declaration, "do", "function", context)
                    .ifPresent(body -> functions.put(
                            declaration.id(),
                            new FunctionDeclaration(declaration.id(), declaration.head(), body, declaration.span())));
        }
        return functions;
    }

    Map<String, Text> hooks() {
        Map<String, Text> hooks = new LinkedHashMap<>();
        for (Declaration declaration : definition.chosen("hooks", context)) {
            if (!HOOKS.contains(declaration.id())) {
                context.mistakes().unknown(declaration.span(), "", "hook", declaration.id(), HOOKS);
            }
            Fields.textOf(declaration, "do", "hook", context).ifPresent(body -> hooks.put(declaration.id(), body));
        }
        return hooks;
    }

    Map<String, ExternDeclaration> externs(Registers registers) {
        Map<String, ExternDeclaration> externs = new LinkedHashMap<>();
        for (Declaration declaration : definition.chosen("externs", context)) {
            Names.check(declaration, "an extern", context.mistakes());
            if (definition.section("functions").containsKey(declaration.id())) {
                context.mistakes()
                        .clash(
                                IsaProblem.DEFINED_TWICE,
                                declaration.span(),
                                "'" + declaration.id() + "' is an extern and a function",
                                "",
                                definition
                                        .section("functions")
                                        .get(declaration.id())
                                        .span(),
                                "the function");
            }
            Fields.of(declaration, "extern", context).ifPresent(fields -> {
                externs.put(
                        declaration.id(),
                        new ExternDeclaration(
                                declaration.id(),
                                declaration.head(),
                                fields.text("device").map(Text::value).orElse(""),
                                touched(fields, "reads", registers),
                                touched(fields, "writes", registers),
                                fields.flag("may-trap", false),
                                fields.flag("blocks", false),
                                declaration.span()));
                fields.close();
            });
        }
        return externs;
    }

    private List<String> touched(Fields fields, String key, Registers registers) {
        List<Text> names = fields.texts(key);
        for (Text name : names) {
            if (!registers.files().containsKey(name.value())) {
                context.mistakes()
                        .unknown(
                                name.span(),
                                fields.subject(),
                                "register",
                                name.value(),
                                registers.files().keySet());
            }
        }
        return names.stream().map(Text::value).toList();
    }

    /** The traps; {@code illegal}, which every machine can raise, is added if the definition has none. */
    Map<String, TrapDeclaration> traps() {
        Map<String, TrapDeclaration> traps = new LinkedHashMap<>();
        for (Declaration declaration : definition.chosen("traps", context)) {
            Names.check(declaration, "a trap", context.mistakes());
            traps.put(
                    declaration.id(),
                    new TrapDeclaration(declaration.id(), attributes(declaration), declaration.span()));
        }
        traps.putIfAbsent(
                "illegal",
                new TrapDeclaration("illegal", Map.of(), definition.name().span()));
        return traps;
    }

    private Map<String, Long> attributes(Declaration declaration) {
        Map<String, Long> attributes = new LinkedHashMap<>();
        List<YamlMapping.Entry> entries = context.values()
                .mapping(declaration.node(), "a trap")
                .map(MappingReader::entries)
                .orElse(List.of());
        for (YamlMapping.Entry entry : entries) {
            if (!List.of("when", "doc", "replace").contains(entry.name())) {
                context.values()
                        .text(entry.value())
                        .ifPresent(text -> attributes.put(
                                entry.name(), context.evaluate(text).orElse(0)));
            }
        }
        return attributes;
    }
}
