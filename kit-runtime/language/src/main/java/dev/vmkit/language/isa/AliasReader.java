package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code aliases}: lines of assembly that stand for one instruction or several, with the same holes. */
final class AliasReader {
    private final Definition definition;
    private final Vocabulary vocabulary;
    private final Context context;

    AliasReader(Definition definition, Vocabulary vocabulary, Context context) {
        this.definition = definition;
        this.vocabulary = vocabulary;
        this.context = context;
    }

    List<Alias> read() {
        List<Alias> aliases = new ArrayList<>();
        for (Declaration declaration : definition.chosen("aliases", context)) {
            int before = context.mistakes().soFar();
            List<Text> expansion = expansion(declaration);
            checkHoles(declaration, expansion);
            if (context.mistakes().soFar() == before) {
                aliases.add(new Alias(declaration.head(), expansion, declaration.span()));
            }
        }
        return aliases;
    }

    /** A line, a list of lines, or the {@code to} of a mapping that also says {@code replace} or {@code when}. */
    private List<Text> expansion(Declaration declaration) {
        if (!(declaration.node() instanceof YamlMapping)) {
            return context.values().texts(declaration.node());
        }
        Optional<Fields> fields = Fields.of(declaration, "alias", context);
        fields.ifPresent(in -> in.require("to"));
        List<Text> texts = fields.map(in -> in.texts("to")).orElse(List.of());
        fields.ifPresent(Fields::close);
        return texts;
    }

    /** Every hole of the alias is used, and every hole used is one of the alias. */
    private void checkHoles(Declaration declaration, List<Text> expansion) {
        Optional<Set<String>> holes = holes(declaration.head()).map(AliasReader::names);
        Set<String> used = new LinkedHashSet<>();
        boolean readable = holes.isPresent();
        for (Text line : expansion) {
            Optional<List<Text>> inLine = holes(line);
            readable &= inLine.isPresent();
            inLine.ifPresent(found -> used.addAll(names(found)));
            if (holes.isPresent() && inLine.isPresent()) {
                inLine.get().stream()
                        .filter(hole -> !holes.get().contains(hole.value()))
                        .forEach(hole -> tell(
                                hole,
                                "'{" + hole + "}' is not in the alias \"" + declaration.head()
                                        + "\", so it has no value"));
            }
        }
        if (readable) {
            holes.orElse(Set.of()).stream()
                    .filter(hole -> !used.contains(hole))
                    .forEach(hole ->
                            tell(declaration.name(), "'{" + hole + "}' is in the alias but not in what it stands for"));
        }
    }

    private void tell(Text at, String message) {
        context.mistakes().tell(IsaProblem.BAD_ALIAS, at.span(), message);
    }

    private static Set<String> names(List<Text> holes) {
        Set<String> names = new LinkedHashSet<>();
        holes.forEach(hole -> names.add(hole.value()));
        return names;
    }

    /** The operands a line mentions; nothing where a mistake was told. */
    private Optional<List<Text>> holes(Text line) {
        Optional<List<RawToken>> tokens = new SyntaxParser("alias: ", context.mistakes()).line(line);
        List<Text> holes = new ArrayList<>();
        for (RawToken token : tokens.orElse(List.of())) {
            if (token instanceof RawToken.Hole(Text name)) {
                if (!vocabulary.knows(name.value())) {
                    context.mistakes().unknown(name.span(), "alias: ", "operand", name.value(), vocabulary.names());
                    return Optional.empty();
                }
                holes.add(name);
            }
        }
        return tokens.map(readable -> holes);
    }
}
