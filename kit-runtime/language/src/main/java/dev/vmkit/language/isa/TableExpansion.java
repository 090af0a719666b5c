package dev.vmkit.language.isa;

import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code tables}: copies, behind a prefix, of the instructions that mention a replaced name, and of the others where
 * the table says how those are called.
 */
final class TableExpansion {
    private final Definition definition;
    private final Vocabulary vocabulary;
    private final Registers registers;
    private final Context context;

    TableExpansion(Definition definition, Vocabulary vocabulary, Registers registers, Context context) {
        this.definition = definition;
        this.vocabulary = vocabulary;
        this.registers = registers;
        this.context = context;
    }

    /** The instructions and all copies of them. */
    List<Blueprint> expand(List<Blueprint> instructions) {
        List<Blueprint> all = new ArrayList<>(instructions);
        for (Declaration table : definition.chosen("tables", context)) {
            Fields.of(table, "table", context).ifPresent(fields -> {
                copies(table, fields, instructions, all);
                fields.close();
            });
        }
        return all;
    }

    private void copies(Declaration table, Fields fields, List<Blueprint> instructions, List<Blueprint> all) {
        Optional<List<RawPiece.Word>> prefix =
                fields.requiredText("prefix").flatMap(text -> prefix(text, fields.subject()));
        fields.require("replace");
        Renaming renaming = replacements(fields);
        Chosen chosen = new Chosen(fields, definition.section("instructions").keySet(), context);
        Optional<Text> unchanged = fields.text("unchanged");
        Optional<Text> first = fields.text("do");
        int cycles = fields.number("cycles", 0, BlueprintReader.MOST_CYCLES, 0);
        if (prefix.isEmpty() || renaming.names().isEmpty()) {
            return;
        }
        for (Blueprint original : instructions) {
            Blueprint renamed = chosen.kept(original) ? original : original.renamed(renaming);
            boolean same = renamed.equals(original);
            if (!chosen.skipped(original)
                    && (!same || unchanged.isPresent())
                    && all.size() <= FormExpansion.MOST_FORMS) {
                Blueprint copy = same ? original.called(unchanged.orElseThrow()) : renamed;
                List<RawPiece.Word> words = new ArrayList<>(prefix.get());
                words.addAll(copy.words());
                all.add(copy.after(first, cycles).prefixed(table.id(), words));
            }
        }
    }

    private Optional<List<RawPiece.Word>> prefix(Text text, String subject) {
        Optional<List<RawPiece.Word>> words = new EncodingParser(subject, context.mistakes()).words(text);
        for (RawPiece.Word word : words.orElse(List.of())) {
            for (RawPiece piece : word.pieces()) {
                if (piece instanceof RawPiece.Named named) {
                    context.mistakes()
                            .tell(
                                    IsaProblem.BAD_TABLE,
                                    named.text().span(),
                                    subject + "a prefix is made of bits, '" + named.name() + "' is a name");
                    return Optional.empty();
                }
            }
        }
        return words;
    }

    private Renaming replacements(Fields fields) {
        Map<String, String> names = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries("replace")) {
            fields.values()
                    .text(entry.value())
                    .filter(to -> replaceable(entry, to, fields.subject()))
                    .ifPresent(to -> names.put(entry.name(), to.value()));
        }
        return new Renaming(names);
    }

    /** Both names are known and of one kind: operands, modes or registers. */
    private boolean replaceable(YamlMapping.Entry entry, Text to, String subject) {
        Text from = entry.key().text();
        if (!vocabulary.knows(from.value()) && !registers.names().contains(from.value())) {
            Set<String> all = new LinkedHashSet<>(vocabulary.names());
            all.addAll(registers.names());
            context.mistakes().unknown(from.span(), subject, "operand or register", from.value(), all);
            return false;
        }
        boolean operand = vocabulary.knows(from.value());
        Set<String> known = operand ? vocabulary.names() : registers.names();
        if (!known.contains(to.value())) {
            String what = operand ? "operand" : "register";
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_TABLE,
                            to.span(),
                            subject + "'" + from + "' is " + (operand ? "an operand" : "a register") + ", but no "
                                    + what + " is called '" + to + "'",
                            Suggestion.didYouMean(to.value(), known));
            return false;
        }
        return true;
    }

    /** Which instructions a table treats otherwise, by their ids; {@code ed/*} are all whose id begins by {@code ed/}. */
    private record Chosen(Set<String> skip, Set<String> keep) {
        Chosen(Fields fields, Set<String> known, Context context) {
            this(chosen(fields, "skip", known, context), chosen(fields, "keep", known, context));
        }

        private static Set<String> chosen(Fields fields, String key, Set<String> known, Context context) {
            Set<String> chosen = new HashSet<>();
            for (Text name : fields.texts(key)) {
                String start = name.value().replaceFirst("\\*$", "");
                boolean many = start.length() < name.length();
                List<String> found = known.stream()
                        .filter(id -> many ? id.startsWith(start) : id.equals(start))
                        .toList();
                chosen.addAll(found);
                if (found.isEmpty()) {
                    context.mistakes().unknown(name.span(), fields.subject(), "instruction", name.value(), known);
                }
            }
            return chosen;
        }

        boolean skipped(Blueprint blueprint) {
            return skip.contains(blueprint.entry());
        }

        boolean kept(Blueprint blueprint) {
            return keep.contains(blueprint.entry());
        }
    }
}
