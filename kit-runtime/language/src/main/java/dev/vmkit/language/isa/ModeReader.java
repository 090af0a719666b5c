package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code modes}, and the sets of them: {@code mode-sets} and operands that are a {@code choice}. */
final class ModeReader {
    private static final int MOST_ALTERNATIVES = 256;

    private final Definition definition;
    private final Map<String, Operand> operands;
    private final Context context;
    private final Map<String, Mode> modes = new LinkedHashMap<>();
    private final Map<String, ModeSet> sets = new LinkedHashMap<>();
    private final Set<String> broken;

    /** Names of sets with mistakes go to {@code broken}, which has those of operands. */
    ModeReader(Definition definition, Map<String, Operand> operands, Set<String> broken, Context context) {
        this.broken = broken;
        this.definition = definition;
        this.operands = operands;
        this.context = context;
    }

    /** All sets by name. */
    Map<String, ModeSet> read() {
        for (Declaration declaration : definition.chosen("modes", context)) {
            Names.check(declaration, "a mode", context.mistakes());
            Fields.of(declaration, "mode", context)
                    .flatMap(fields -> mode(declaration.id(), fields))
                    .ifPresent(mode -> modes.put(mode.name(), mode));
        }
        for (Declaration declaration : definition.chosen("mode-sets", context)) {
            Names.check(declaration, "a mode set", context.mistakes());
            set(declaration, "mode set " + declaration.id() + ": ", entries(declaration));
        }
        for (Declaration declaration : definition.chosen("operands", context)) {
            if (declaration.node() instanceof YamlMapping mapping
                    && mapping.get("choice").isPresent()) {
                choice(declaration);
            }
        }
        return sets;
    }

    private List<YamlMapping.Entry> entries(Declaration declaration) {
        return context.values()
                .mapping(declaration.node(), "a mode set")
                .map(MappingReader::entries)
                .orElse(List.of());
    }

    private void choice(Declaration declaration) {
        Fields.of(declaration, "operand", context).ifPresent(fields -> {
            set(declaration, fields.subject(), fields.entries("choice"));
            fields.close();
        });
    }

    private Optional<Mode> mode(String name, Fields fields) {
        SyntaxParser syntax = new SyntaxParser(fields.subject(), context.mistakes());
        EncodingParser encoding = new EncodingParser(fields.subject(), context.mistakes());
        Optional<Text> asm = fields.requiredText("asm");
        Optional<List<RawToken>> line = asm.flatMap(text -> syntax.tokens(text.strip()));
        Optional<List<RawPiece.Word>> before = words(fields, "before", encoding);
        Optional<List<RawPiece.Word>> tail = words(fields, "tail", encoding);
        BoundMode bound = new BoundMode(
                name,
                fields.text("at"),
                fields.text("get"),
                fields.text("set"),
                fields.text("pre"),
                fields.text("then"),
                fields.number("cycles", 0, 1_000_000, 0));
        checkMeaning(bound, fields);
        fields.close();
        if (line.isEmpty() || before.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        boolean known = holesKnown(line.get(), fields.subject())
                & known(before.get(), fields.subject())
                & known(tail.get(), fields.subject());
        return known ? Optional.of(new Mode(name, line.get(), before.get(), tail.get(), bound)) : Optional.empty();
    }

    private static Optional<List<RawPiece.Word>> words(Fields fields, String key, EncodingParser parser) {
        Optional<Text> text = fields.text(key);
        return text.isEmpty() ? Optional.of(List.of()) : parser.words(text.get());
    }

    private void checkMeaning(BoundMode bound, Fields fields) {
        boolean place = bound.at().isPresent();
        boolean access = bound.get().isPresent() || bound.set().isPresent();
        if (place == access) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_MODE,
                            fields.place(),
                            fields.subject()
                                    + (place
                                            ? "'at' says what it is; 'get' and 'set' would say it again"
                                            : "nothing says what it stands for"),
                            place ? "" : "write at: (a place), or get: and set:");
        }
    }

    private void set(Declaration declaration, String subject, List<YamlMapping.Entry> entries) {
        int before = context.mistakes().soFar();
        Optional<ModeSet> set = alternatives(declaration, subject, entries);
        if (set.isPresent() && context.mistakes().soFar() == before) {
            sets.put(declaration.id(), set.get());
        } else {
            broken.add(declaration.id());
        }
    }

    private Optional<ModeSet> alternatives(Declaration declaration, String subject, List<YamlMapping.Entry> entries) {
        List<ModeSet.Alternative> alternatives = new ArrayList<>();
        EncodingParser parser = new EncodingParser(subject, context.mistakes());
        for (YamlMapping.Entry entry : entries) {
            Optional<RawPiece.Word> pattern = parser.word(entry.key().text().strip());
            Optional<Mode> mode = alternative(entry, subject);
            if (pattern.isPresent() && mode.isPresent() && known(List.of(pattern.get()), subject)) {
                alternatives.add(new ModeSet.Alternative(pattern.get(), mode.get()));
            }
        }
        if (entries.isEmpty() || entries.size() > MOST_ALTERNATIVES) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_MODES,
                            declaration.span(),
                            subject + "it has " + entries.size() + " modes, not 1 to " + MOST_ALTERNATIVES);
        }
        if (alternatives.isEmpty() || alternatives.size() < entries.size()) {
            return Optional.empty();
        }
        new ModePatterns(subject, operands, context).check(alternatives);
        return Optional.of(new ModeSet(declaration.id(), List.copyOf(alternatives)));
    }

    private Optional<Mode> alternative(YamlMapping.Entry entry, String subject) {
        if (entry.value() instanceof YamlScalar name) {
            Optional<Mode> mode = Optional.ofNullable(modes.get(name.value()));
            if (mode.isEmpty() && !definition.section("modes").containsKey(name.value())) {
                context.mistakes().unknown(name.span(), subject, "mode", name.value(), modes.keySet());
            }
            return mode;
        }
        String asm = entry.value() instanceof YamlMapping mapping
                        && mapping.get("asm").orElse(null) instanceof YamlScalar written
                ? written.value().replaceAll("[^\\w']", "")
                : "";
        String name = asm.isEmpty() ? entry.name().replace(" ", "") : asm;
        return context.values()
                .mapping(entry.value(), "a mode")
                .flatMap(in -> mode(
                        name,
                        Fields.of(
                                (YamlMapping) entry.value(),
                                "a mode",
                                subject,
                                entry.key().span(),
                                context)));
    }

    /** Whether all names of an encoding are operands; others are told, unless they are broken. */
    private boolean known(List<RawPiece.Word> words, String subject) {
        boolean known = true;
        for (RawPiece.Word word : words) {
            for (RawPiece piece : word.pieces()) {
                known &= !(piece instanceof RawPiece.Named named) || known(named.name(), subject);
            }
        }
        return known;
    }

    private boolean known(Text name, String subject) {
        boolean known = operands.containsKey(name.value());
        if (!known && !broken.contains(name.value())) {
            context.mistakes().unknown(name.span(), subject, "operand", name.value(), operands.keySet());
        }
        return known;
    }

    private boolean holesKnown(List<RawToken> line, String subject) {
        boolean known = true;
        for (RawToken token : line) {
            known &= !(token instanceof RawToken.Hole(Text name)) || known(name, subject);
        }
        return known;
    }
}
