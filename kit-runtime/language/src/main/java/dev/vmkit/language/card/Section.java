package dev.vmkit.language.card;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A part of the card. */
public sealed interface Section {
    String title();

    /** Forms of one family. */
    record Instructions(String title, Family family, List<InstructionEntry> entries) implements Section {
        public Instructions {
            entries = List.copyOf(entries);
        }
    }

    /** Named bit diagrams: the fields of registers and of layouts. */
    record Diagrams(String title, List<Named> diagrams) implements Section {
        public Diagrams {
            diagrams = List.copyOf(diagrams);
        }
    }

    /** A diagram with its name. */
    record Named(String name, BitDiagram diagram) {}

    /** Rows of texts; the first column is what a reader looks up. */
    record Table(String title, List<String> heads, List<List<String>> rows) implements Section {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** A table without the columns in which every row is empty. */
        static Table of(String title, List<String> heads, List<List<String>> rows) {
            int[] filled = IntStream.range(0, heads.size())
                    .filter(c -> rows.stream().anyMatch(row -> !row.get(c).isEmpty()))
                    .toArray();
            return new Table(
                    title,
                    pick(heads, filled),
                    rows.stream().map(row -> pick(row, filled)).toList());
        }

        private static List<String> pick(List<String> row, int[] columns) {
            return Arrays.stream(columns).mapToObj(row::get).toList();
        }
    }

    /** Pieces of the definition as they stand. */
    record Listing(String title, List<Code> pieces) implements Section {
        public Listing {
            pieces = List.copyOf(pieces);
        }
    }

    /** A head and the lines below it. */
    record Code(String head, List<String> lines) {
        public Code {
            lines = List.copyOf(lines);
        }
    }

    /** Which bits mean which instruction. */
    record Opcodes(String title, OpcodeMap map) implements Section {}
}
