package dev.vmkit.tools.analysis;

import java.util.List;

/**
 * What is to be said of an instruction set, in the order in which it is read.
 *
 * @param doc the definition's own summary; may be empty
 * @param situation which kernels run where
 */
public record Page(
        String title,
        String doc,
        String situation,
        List<Statement> verdict,
        List<Section> sections,
        List<String> caveats) {
    public Page {
        verdict = List.copyOf(verdict);
        sections = List.copyOf(sections);
        caveats = List.copyOf(caveats);
    }

    /** A theorem, and whether its condition holds. */
    public record Statement(String theorem, boolean holds, String text) {}

    /** Instructions of which the same is true. */
    public record Section(String title, String about, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Instructions of one classification.
     *
     * @param what which ones
     * @param classes in the field's words
     * @param note what else there is to say; may be empty
     * @param shown the states that show it
     */
    public record Row(String what, String classes, String note, List<Shown> shown) {
        public Row {
            shown = List.copyOf(shown);
        }
    }

    /** A witness: what it shows, and what happens, a line each. */
    public record Shown(String claim, String instruction, List<String> story) {
        public Shown {
            story = List.copyOf(story);
        }
    }
}
