package dev.vmkit.language.isa;

import java.util.List;

/**
 * The bits of a form, word by word in the order of the instruction stream. Within a word pieces go from the most
 * significant bit down, as the manual draws them; a word's address units lie in memory in the ISA's byte order.
 */
public record Encoding(List<Word> words) {

    /** A word: its pieces add up to a multiple of the address unit. A LEB128 operand is a word of its own. */
    public record Word(List<Piece> pieces) {
        public int width() {
            return pieces.stream().mapToInt(Piece::width).sum();
        }
    }

    /** Some neighbouring bits of a word. */
    public sealed interface Piece {
        int width();
    }

    /** Bits that must have this value, at most 64. */
    public record Fixed(int width, long value) implements Piece {}

    /** Bits the processor ignores; assembled as 0. */
    public record Ignored(int width) implements Piece {}

    /**
     * Bits {@code high} to {@code low} of the code of the operand with this index in {@link Form#operands}. (For a
     * number with a step the slice as written counts from bit 0 of the value; here the step is already taken off.)
     */
    public record Slice(int operand, int high, int low) implements Piece {
        @Override
        public int width() {
            return high - low + 1;
        }
    }

    /** A LEB128 operand; its width is not fixed and counted as 0. */
    public record LebBytes(int operand) implements Piece {
        @Override
        public int width() {
            return 0;
        }
    }

    /** Whether every instruction of this form has the same size. */
    public boolean fixedSize() {
        return words.stream().flatMap(w -> w.pieces().stream()).noneMatch(LebBytes.class::isInstance);
    }

    /** Bits of the words of fixed size. */
    public int width() {
        return words.stream().mapToInt(Word::width).sum();
    }
}
