package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of one row of a family, and their insertion.
 *
 * @param cells the cells by the name of their column
 */
record Family(Map<String, Column> columns, Map<String, Text> cells, String subject, Set<String> used, Context context) {
    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z_]\\w*)");

    /** What a column's cells are. */
    enum Type {
        BITS,
        EXPR,
        DO,
        TEXT
    }

    /** A column; {@code name} where it is declared. */
    record Column(Text name, Type type) {
        Span span() {
            return name.span();
        }
    }

    /** An instruction that is no family. */
    static Family single(String subject, Context context) {
        return new Family(Map.of(), Map.of(), subject, new LinkedHashSet<>(), context);
    }

    private boolean is(String column, Type type) {
        Column found = columns.get(column);
        return found != null && found.type() == type;
    }

    /** The text with each {@code $name} of a text column replaced by its cell; nothing where another name stands. */
    Optional<Text> insert(Text template) {
        if (columns.isEmpty()) {
            return Optional.of(template);
        }
        Matcher matcher = REFERENCE.matcher(template.value());
        Splice splice = new Splice(template);
        int position = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            Text reference = template.part(matcher.start(), matcher.end());
            Text cell = cells.get(name);
            if (cell == null || !is(name, Type.TEXT)) {
                tellNotInsertable(reference, name);
                return Optional.empty();
            }
            splice.add(template.part(position, matcher.start())).insert(cell, reference);
            position = matcher.end();
            used.add(name);
        }
        return Optional.of(
                position == 0
                        ? template
                        : splice.add(template.part(position, template.length())).text());
    }

    private void tellNotInsertable(Text reference, String name) {
        if (!columns.containsKey(name)) {
            unknown(reference, name, columns.keySet());
            return;
        }
        context.mistakes()
                .tell(
                        IsaProblem.BAD_COLUMN,
                        reference.span(),
                        subject + "only a column of type text can be inserted here",
                        "make it { " + name + ": text }" + (isBits(name) ? ", or leave out the $" : ""));
    }

    private void unknown(Text reference, String name, Collection<String> known) {
        context.mistakes().unknown(reference.span(), subject, "column", name, known);
    }

    /** Notes which columns a semantics mentions, and tells those that are none. */
    void noteUse(Text semantics) {
        if (columns.isEmpty()) {
            return;
        }
        Matcher matcher = REFERENCE.matcher(semantics.value());
        while (matcher.find()) {
            Text reference = semantics.part(matcher.start(), matcher.end());
            if (!columns.containsKey(matcher.group(1))) {
                unknown(reference, matcher.group(1), columns.keySet());
            } else if (is(matcher.group(1), Type.BITS)) {
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_COLUMN,
                                reference.span(),
                                subject + "a column of type bits has no meaning in the semantics",
                                "give the family a column of type expr");
            }
            used.add(matcher.group(1));
        }
    }

    /** The bits of a cell, if the name is that of a column of bits. */
    boolean isBits(String name) {
        return is(name, Type.BITS);
    }

    /** The cells that the semantics may mention. */
    Map<String, Text> semanticCells() {
        Map<String, Text> found = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            if (!is(name, Type.BITS)) {
                found.put(name, cell);
            }
        });
        return found;
    }
}
