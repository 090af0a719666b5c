package dev.vmkit.language.isa;

import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the columns and rows of a family, and a blueprint for each row. */
final class FamilyReader {
    private static final Map<String, Family.Type> TYPES =
            Map.of("bits", Family.Type.BITS, "expr", Family.Type.EXPR, "do", Family.Type.DO, "text", Family.Type.TEXT);
    private static final List<String> TYPE_NAMES = List.of("bits", "expr", "do", "text");
    private static final Pattern BITS = Pattern.compile("[01]+");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9A-Fa-f]+");

    private final Declaration declaration;
    private final Recipe recipe;
    private final Fields fields;
    private final Set<String> failed;
    private final Context context;
    private final Map<String, Family.Column> columns = new LinkedHashMap<>();
    /** Columns mentioned somewhere. */
    private final Set<String> used = new LinkedHashSet<>();

    FamilyReader(Declaration declaration, Recipe recipe, Fields fields, Set<String> failed, Context context) {
        this.declaration = declaration;
        this.recipe = recipe;
        this.fields = fields;
        this.failed = failed;
        this.context = context;
    }

    List<Blueprint> read() {
        int before = context.mistakes().soFar();
        fields.require("columns");
        fields.require("rows");
        fields.entries("columns").forEach(this::column);
        List<Blueprint> blueprints = new ArrayList<>();
        Map<YamlMapping.Entry, Map<String, Text>> rows = rows();
        Map<String, Integer> widths = widths(rows.values());
        rows.forEach((row, cells) -> row(row, cells, widths).ifPresentOrElse(blueprints::add, () -> failed(row)));
        if (context.mistakes().soFar() == before) {
            tellUnused();
        }
        return blueprints;
    }

    private void failed(YamlMapping.Entry row) {
        failed.add(declaration.id());
        failed.add(rowId(row.key().text()).value());
    }

    private void column(YamlMapping.Entry entry) {
        Optional<Text> type = fields.values().text(entry.value());
        String name = type.map(Text::value).orElse("expr");
        if (!TYPES.containsKey(name)) {
            type.ifPresent(text -> context.mistakes()
                    .unknown(text.span(), fields.subject(), "type of column", text.value(), TYPE_NAMES));
        }
        String meant = TYPES.containsKey(name)
                ? name
                : Suggestion.nearest(name, TYPE_NAMES).orElse("expr");
        columns.put(entry.name(), new Family.Column(entry.key().text(), TYPES.getOrDefault(meant, Family.Type.EXPR)));
    }

    /** The rows that have a cell for each column. */
    private Map<YamlMapping.Entry, Map<String, Text>> rows() {
        Map<YamlMapping.Entry, Map<String, Text>> rows = new LinkedHashMap<>();
        List<YamlMapping.Entry> entries = fields.entries("rows");
        if (allOfAnotherLength(entries)) {
            entries.forEach(this::failed);
            return rows;
        }
        for (YamlMapping.Entry row : entries) {
            cells(row).ifPresentOrElse(cells -> rows.put(row, cells), () -> failed(row));
        }
        return rows;
    }

    private static int length(YamlMapping.Entry row) {
        return row.value() instanceof YamlSequence sequence ? sequence.items().size() : -1;
    }

    /** Several rows that agree with each other but not with the columns: then the columns are wrong. */
    private boolean allOfAnotherLength(List<YamlMapping.Entry> rows) {
        int length = rows.isEmpty() ? -1 : length(rows.getFirst());
        if (rows.size() < 2
                || length < 0
                || length == columns.size()
                || rows.stream().anyMatch(row -> length(row) != length)) {
            return false;
        }
        context.mistakes()
                .tell(
                        IsaProblem.ROW_LENGTH,
                        fields.at("columns"),
                        fields.subject() + "'columns' names " + columns.size() + ", but every row has "
                                + count(length));
        return true;
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }

    private Optional<Map<String, Text>> cells(YamlMapping.Entry row) {
        Optional<List<YamlNode>> nodes = context.values().list(row.value());
        if (nodes.isEmpty() || nodes.get().size() != columns.size()) {
            nodes.ifPresent(found -> tellLength(row, found.size()));
            return Optional.empty();
        }
        Map<String, Text> cells = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, Family.Column> column : columns.entrySet()) {
            boolean bits = column.getValue().type() == Family.Type.BITS;
            Renaming renaming = bits ? Renaming.NONE : recipe.renaming("rows");
            context.values()
                    .text(nodes.get().get(i++))
                    .ifPresent(text -> cells.put(column.getKey(), renaming.apply(text)));
        }
        return cells.size() == columns.size() ? Optional.of(cells) : Optional.empty();
    }

    private String subject(YamlMapping.Entry row) {
        return "instruction " + declaration.id() + "." + row.name() + ": ";
    }

    private void tellLength(YamlMapping.Entry row, int cells) {
        context.mistakes()
                .tell(
                        IsaProblem.ROW_LENGTH,
                        row.value().span(),
                        subject(row) + "the row has " + count(cells) + ", 'columns' names " + columns.size(),
                        "the columns are " + String.join(", ", columns.keySet())
                                + "; a cell with a comma in it must be quoted");
    }

    /** The usual width of each column of bits. */
    private Map<String, Integer> widths(Iterable<Map<String, Text>> rows) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            if (column.type() == Family.Type.BITS) {
                List<Integer> all = new ArrayList<>();
                for (Map<String, Text> cells : rows) {
                    Optional.ofNullable(cells.get(name))
                            .flatMap(FamilyReader::width)
                            .ifPresent(all::add);
                }
                widths.put(name, Majority.of(all));
            }
        });
        return widths;
    }

    /** The bits of a cell, if it is bits. */
    private static Optional<Integer> width(Text cell) {
        String digits = cell.value().replace(" ", "");
        if (BITS.matcher(digits).matches()) {
            return Optional.of(digits.length());
        }
        return HEX.matcher(digits).matches() ? Optional.of(4 * (digits.length() - 2)) : Optional.empty();
    }

    private Optional<Blueprint> row(YamlMapping.Entry row, Map<String, Text> cells, Map<String, Integer> widths) {
        boolean good = true;
        for (Map.Entry<String, Integer> usual : widths.entrySet()) {
            good &= cellFits(row, usual.getKey(), cells, usual.getValue());
        }
        if (!good) {
            return Optional.empty();
        }
        Family family = new Family(columns, cells, subject(row), used, context);
        return new BlueprintReader(declaration.id(), fields, recipe, family, context)
                .read(row.key().text(), rowId(row.key().text()));
    }

    private boolean cellFits(YamlMapping.Entry row, String column, Map<String, Text> cells, int usual) {
        Text cell = cells.get(column);
        Optional<Integer> width = Optional.ofNullable(cell).flatMap(FamilyReader::width);
        if (cell == null || width.filter(bits -> bits == usual).isPresent()) {
            return true;
        }
        context.mistakes()
                .tell(
                        IsaProblem.BAD_COLUMN,
                        cell.span(),
                        subject(row) + "'" + cell + "' "
                                + width.map(bits -> "has " + bits + " bits, the other cells of the column '" + column
                                                + "' have " + usual)
                                        .orElse("is not bits, but the column '" + column + "' is"),
                        width.isPresent() ? "" : "write binary (0101) or hexadecimal digits (0x4C)");
        return false;
    }

    /** The name of the row, with what stands behind the slash of the family's key: {@code ADD} of {@code alu/r} is {@code ADD/r}. */
    private Text rowId(Text row) {
        int slash = declaration.id().indexOf('/');
        return slash < 0
                ? row
                : new Splice(row)
                        .add(row)
                        .add(declaration.id().substring(slash), row)
                        .text();
    }

    private void tellUnused() {
        columns.forEach((name, column) -> {
            if (!used.contains(name)) {
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_COLUMN,
                                column.span(),
                                fields.subject() + "the column '" + name + "' is used nowhere",
                                column.type() == Family.Type.BITS
                                        ? "write " + name + " in the encoding"
                                        : "write $" + name + " where it belongs");
            }
        });
    }
}
