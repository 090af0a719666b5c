package dev.vmkit.language.card;

import dev.vmkit.language.isa.Encoding;

/** The fixed bits of a word of an encoding: those in {@code mask} have their value in {@code value}. */
record WordPattern(int width, long mask, long value) {

    static WordPattern of(Encoding.Word word) {
        long mask = 0;
        long value = 0;
        int low = word.width();
        for (Encoding.Piece piece : word.pieces()) {
            low -= piece.width();
            if (piece instanceof Encoding.Fixed fixed) {
                mask |= ones(fixed.width()) << low;
                value |= fixed.value() << low;
            }
        }
        return new WordPattern(word.width(), mask, value);
    }

    private static long ones(int width) {
        return width == 64 ? -1L : (1L << width) - 1;
    }

    boolean isFixed(int bit) {
        return (mask >>> bit & 1) != 0;
    }

    boolean isWhollyFixed() {
        return mask == ones(width);
    }

    /** Whether some word of this pattern has these bits. */
    boolean agrees(long bitMask, long bits) {
        return ((value ^ bits) & mask & bitMask) == 0;
    }
}
