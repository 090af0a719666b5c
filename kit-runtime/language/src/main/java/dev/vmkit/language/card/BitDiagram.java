package dev.vmkit.language.card;

import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.Encoding;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Bits drawn as a manual draws them: words of cells, the most significant bit on the left. */
public record BitDiagram(List<Word> words) {

    private static final int LINE = 32;

    public BitDiagram {
        words = List.copyOf(words);
    }

    /** A word; a width of 0 says that it is as long as its value needs (LEB128). */
    public record Word(int width, List<Cell> cells) {
        public Word {
            cells = List.copyOf(cells);
        }
    }

    /** Bits {@code high} to {@code low} with what they hold. */
    public record Cell(int high, int low, String label, Kind kind) {
        public int width() {
            return high - low + 1;
        }
    }

    /** What the bits of a cell hold. */
    public enum Kind {
        /** The label is the bits themselves, one digit each. */
        FIXED,
        NAMED,
        /** Ignored by the processor, or without a name. */
        IGNORED
    }

    /** The bits of all words. */
    public int width() {
        return words.stream().mapToInt(Word::width).sum();
    }

    /** The encoding of a form. */
    static BitDiagram of(Form form) {
        return new BitDiagram(
                form.encoding().words().stream().map(word -> word(form, word)).toList());
    }

    private static Word word(Form form, Encoding.Word word) {
        List<Cell> cells = new ArrayList<>();
        int high = word.width() - 1;
        for (int i = 0; i < word.pieces().size(); ) {
            int last = endOfRun(form, word.pieces(), i);
            List<Encoding.Piece> run = word.pieces().subList(i, last);
            int width = run.stream().mapToInt(Encoding.Piece::width).sum();
            cells.add(cell(form, run, high, high - width + 1));
            high -= width;
            i = last;
        }
        return new Word(word.width(), cells);
    }

    /** Neighbouring slices of one operand share a cell, and so do neighbouring fixed bits. */
    private static int endOfRun(Form form, List<Encoding.Piece> pieces, int from) {
        int end = from + 1;
        while (end < pieces.size() && belongTogether(pieces.get(from), pieces.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean belongTogether(Encoding.Piece first, Encoding.Piece next) {
        return first instanceof Encoding.Slice a && next instanceof Encoding.Slice b && a.operand() == b.operand();
    }

    private static Cell cell(Form form, List<Encoding.Piece> run, int high, int low) {
        return switch (run.getFirst()) {
            case Encoding.Fixed fixed -> new Cell(high, low, digits(fixed), Kind.FIXED);
            case Encoding.Ignored ignored -> new Cell(high, low, "", Kind.IGNORED);
            case Encoding.Slice slice ->
                new Cell(high, low, slices(form.operands().get(slice.operand()), run), Kind.NAMED);
            case Encoding.LebBytes leb ->
                new Cell(0, 0, form.operands().get(leb.operand()).name(), Kind.NAMED);
        };
    }

    private static String digits(Encoding.Fixed fixed) {
        String digits = Long.toBinaryString(fixed.value());
        return "0".repeat(Math.max(0, fixed.width() - digits.length())) + digits;
    }

    /** The operand's name, with its bits if not all of them stand here: {@code boff[12|10:5]}. */
    private static String slices(Operand operand, List<Encoding.Piece> run) {
        int step = operand instanceof Operand.Immediate i ? Long.numberOfTrailingZeros(i.step()) : 0;
        if (run.size() == 1
                && run.getFirst() instanceof Encoding.Slice s
                && s.low() == 0
                && s.high() == operand.codeWidth() - 1) {
            return operand.name();
        }
        List<String> bits = new ArrayList<>();
        for (Encoding.Piece piece : run) {
            if (piece instanceof Encoding.Slice s) {
                bits.add(range(s.high() + step, s.low() + step));
            }
        }
        return operand.name() + "[" + String.join("|", bits) + "]";
    }

    private static String range(int high, int low) {
        return high == low ? Integer.toString(high) : high + ":" + low;
    }

    /** The named fields of a register, with the bits between them. */
    static BitDiagram of(RegisterFile register) {
        return fields(register.width(), register.fields());
    }

    /** Named fields of a value of {@code width} bits; fields that overlap an earlier one are left out. */
    static BitDiagram fields(int width, Map<String, BitRange> fields) {
        List<Map.Entry<String, BitRange>> sorted = new ArrayList<>(fields.entrySet());
        sorted.sort(Comparator.comparing(
                (Map.Entry<String, BitRange> f) -> -f.getValue().high()));
        List<Cell> cells = new ArrayList<>();
        int next = width - 1;
        for (Map.Entry<String, BitRange> field : sorted) {
            BitRange bits = field.getValue();
            if (bits.high() <= next) {
                addGap(cells, next, bits.high() + 1);
                cells.add(new Cell(bits.high(), bits.low(), field.getKey(), Kind.NAMED));
                next = bits.low() - 1;
            }
        }
        addGap(cells, next, 0);
        return new BitDiagram(width > LINE ? inLines(cells, width) : List.of(new Word(width, cells)));
    }

    /** A wide register as words of 32 bits; a field that crosses from one to the next stands in both. */
    private static List<Word> inLines(List<Cell> cells, int width) {
        List<Word> words = new ArrayList<>();
        for (int low = (width - 1) / LINE * LINE; low >= 0; low -= LINE) {
            int least = low;
            int most = Math.min(width, low + LINE) - 1;
            List<Cell> line = cells.stream()
                    .filter(c -> c.low() <= most && c.high() >= least)
                    .map(c -> new Cell(Math.min(c.high(), most), Math.max(c.low(), least), c.label(), c.kind()))
                    .toList();
            words.add(new Word(most - least + 1, line));
        }
        return words;
    }

    private static void addGap(List<Cell> cells, int high, int low) {
        if (high >= low) {
            cells.add(new Cell(high, low, "", Kind.IGNORED));
        }
    }
}
