package dev.vmkit.tools.cli;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in columns that line up. */
final class Table {
    private Table() {}

    /** Each row on a line, indented by two; all rows have the same number of cells. */
    static String text(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(c ->
                        rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
                .toArray();
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append("  ")
                        .append(row.get(c))
                        .append(" ".repeat(widths[c] - row.get(c).length()));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
