package dev.vmkit.language.card;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A grid over some bits of a word.
 *
 * @param rowBits, columnBits places of the bits in the word, the most significant first
 * @param columns the values of the column bits, in digits
 * @param rows those in which some word means something
 * @param summary what was counted; may be empty
 */
public record OpcodeMap(
        List<Integer> rowBits, List<Integer> columnBits, List<String> columns, List<Row> rows, String summary) {

    /** The words with these row bits, in digits. */
    public record Row(String head, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What the words of a cell mean.
     *
     * @param mnemonics of the forms that match there, each once; empty if none does
     * @param family of those forms, or nothing if they differ
     * @param share of the words that are decoded, within [0, 1], where that was counted
     */
    public record Cell(List<String> mnemonics, Optional<Family> family, OptionalDouble share) {
        public Cell {
            mnemonics = List.copyOf(mnemonics);
        }

        public boolean isUndefined() {
            return mnemonics.isEmpty();
        }

        /** The share in percent where it was counted and is not all, such as {@code 63%}; else empty. */
        public String percent() {
            if (share.isEmpty() || share.getAsDouble() == 1) {
                return "";
            }
            double percent = 100 * share.getAsDouble();
            return percent < 1 ? "<1%" : (int) percent + "%";
        }
    }

    public OpcodeMap {
        rowBits = List.copyOf(rowBits);
        columnBits = List.copyOf(columnBits);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** How to read the grid: {@code bits 15:14 down, bits 13:12 across}. */
    public String legend() {
        String legend = "bits " + name(rowBits) + " down";
        if (!columnBits.isEmpty()) {
            legend += ", bits " + name(columnBits) + " across";
        }
        if (rows.size() < 1 << rowBits.size()) {
            legend += "; rows left out are undefined";
        }
        return summary.isEmpty() ? legend : legend + "; " + summary;
    }

    private static String name(List<Integer> bits) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < bits.size(); ) {
            int end = i;
            while (end + 1 < bits.size() && bits.get(end + 1) == bits.get(end) - 1) {
                end++;
            }
            name.append(name.isEmpty() ? "" : " ").append(bits.get(i)).append(end == i ? "" : ":" + bits.get(end));
            i = end + 1;
        }
        return name.toString();
    }
}
