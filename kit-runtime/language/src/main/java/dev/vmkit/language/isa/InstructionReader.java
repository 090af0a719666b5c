package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code instructions} into blueprints, one for each instruction and each row of a family. */
final class InstructionReader {
    private static final Map<String, Family.Type> TYPES =
            Map.of("bits", Family.Type.BITS, "expr", Family.Type.EXPR, "do", Family.Type.DO, "text", Family.Type.TEXT);

    private final Definition definition;
    private final Copies copies;
    private final Context context;
    private final List<Blueprint> blueprints = new ArrayList<>();

    /** Operands, mode sets and registers have the {@code known} names. */
    InstructionReader(Definition definition, Set<String> known, Context context) {
        this.definition = definition;
        this.copies = new Copies(definition.section("instructions"), known, context);
        this.context = context;
    }

    List<Blueprint> read() {
        for (Declaration declaration : definition.section("instructions").values()) {
            copies.recipe(declaration)
                    .filter(recipe -> context.holds(recipe.keys()))
                    .ifPresent(recipe -> instruction(declaration, recipe));
        }
        return blueprints;
    }

    private void instruction(Declaration declaration, Recipe recipe) {
        String subject = "instruction " + declaration.id() + ": ";
        Fields fields = Fields.of(recipe.keys(), "an instruction", subject, declaration.span(), context);
        fields.node("like");
        fields.node("with");
        if (fields.has("columns") || fields.has("rows")) {
            family(declaration, recipe, fields);
        } else {
            Family single = Family.single(subject, context);
            new BlueprintReader(declaration.id(), fields, recipe, single, context)
                    .read(declaration.name(), declaration.name())
                    .ifPresent(blueprints::add);
        }
        fields.close();
    }

    private void family(Declaration declaration, Recipe recipe, Fields fields) {
        Map<String, Family.Column> columns = columns(fields);
        fields.require("rows");
        Set<String> used = new LinkedHashSet<>();
        Map<String, Integer> widths = new LinkedHashMap<>();
        List<YamlMapping.Entry> rows = fields.entries("rows");
        for (YamlMapping.Entry row : rows) {
            Text id = rowId(declaration, row.key().text());
            String subject = "instruction " + declaration.id() + "." + row.name() + ": ";
            Optional<Map<String, Text>> cells = cells(row, columns, subject, recipe.renaming("rows"));
            cells.map(found -> new Family(columns, found, subject, used, context))
                    .flatMap(family -> new BlueprintReader(declaration.id(), fields, recipe, family, context)
                            .read(row.key().text(), id))
                    .ifPresent(blueprints::add);
            cells.ifPresent(found -> checkWidths(found, columns, widths, subject));
        }
        if (!rows.isEmpty()) {
            tellUnused(columns, used, fields.subject());
        }
    }

    /** The name of the row, with what stands behind the slash of the family's key: {@code ADD} of {@code alu/r} is {@code ADD/r}. */
    private static Text rowId(Declaration declaration, Text row) {
        int slash = declaration.id().indexOf('/');
        return slash < 0
                ? row
                : new Splice(row)
                        .add(row)
                        .add(declaration.id().substring(slash), row)
                        .text();
    }

    private Map<String, Family.Column> columns(Fields fields) {
        fields.require("columns");
        Map<String, Family.Column> columns = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries("columns")) {
            Optional<Text> type = fields.values().text(entry.value());
            Family.Type known = type.map(text -> TYPES.get(text.value())).orElse(Family.Type.EXPR);
            if (type.isPresent() && !TYPES.containsKey(type.get().value())) {
                context.mistakes()
                        .unknown(
                                type.get().span(),
                                fields.subject(),
                                "type of column",
                                type.get().value(),
                                List.of("bits", "expr", "do", "text"));
            }
            columns.put(entry.name(), new Family.Column(entry.key().text(), known));
        }
        return columns;
    }

    private Optional<Map<String, Text>> cells(
            YamlMapping.Entry row, Map<String, Family.Column> columns, String subject, Renaming renaming) {
        Optional<List<YamlNode>> nodes = context.values().list(row.value());
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        if (nodes.get().size() != columns.size()) {
            context.mistakes()
                    .tell(
                            IsaProblem.ROW_LENGTH,
                            row.value().span(),
                            subject + "the row has " + nodes.get().size()
                                    + (nodes.get().size() == 1 ? " cell" : " cells") + ", 'columns' names "
                                    + columns.size(),
                            "the columns are " + String.join(", ", columns.keySet())
                                    + "; a cell with a comma in it must be quoted");
            return Optional.empty();
        }
        Map<String, Text> cells = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, Family.Column> column : columns.entrySet()) {
            boolean bits = column.getValue().type() == Family.Type.BITS;
            context.values()
                    .text(nodes.get().get(i++))
                    .ifPresent(text -> cells.put(column.getKey(), bits ? text : renaming.apply(text)));
        }
        return cells.size() == columns.size() ? Optional.of(cells) : Optional.empty();
    }

    /** The cells of a bits column have one width, or the field they fill could not. */
    private void checkWidths(
            Map<String, Text> cells, Map<String, Family.Column> columns, Map<String, Integer> widths, String subject) {
        columns.forEach((name, column) -> {
            Text cell = cells.get(name);
            if (cell != null && column.type() == Family.Type.BITS) {
                int width = bitsOf(cell);
                int first = widths.computeIfAbsent(name, any -> width);
                if (width != first) {
                    context.mistakes()
                            .tell(
                                    IsaProblem.BAD_COLUMN,
                                    cell.span(),
                                    subject + "'" + cell + "' has " + width + " bits, but the column '" + name
                                            + "' has " + first);
                }
            }
        });
    }

    private static int bitsOf(Text cell) {
        String digits = cell.value().replace(" ", "");
        return digits.toLowerCase(Locale.ROOT).startsWith("0x") ? 4 * (digits.length() - 2) : digits.length();
    }

    private void tellUnused(Map<String, Family.Column> columns, Set<String> used, String subject) {
        columns.forEach((name, column) -> {
            if (!used.contains(name)) {
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_COLUMN,
                                column.span(),
                                subject + "the column '" + name + "' is used nowhere",
                                column.type() == Family.Type.BITS
                                        ? "write " + name + " in the encoding"
                                        : "write $" + name + " where it belongs");
            }
        });
    }
}
