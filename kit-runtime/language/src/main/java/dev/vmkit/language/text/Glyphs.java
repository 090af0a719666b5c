package dev.vmkit.language.text;

/** How characters look in a terminal's columns: nothing a file holds may reach the terminal as a command. */
public final class Glyphs {
    private static final int TAB = 4;

    /** First and last code points of the ranges that take two columns (Unicode's East Asian Width W and F, in the large). */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60,
        0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Glyphs() {}

    /** The text with control and formatting characters made visible; tabs become spaces up to the next fourth column. */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String glyph = glyph(text.codePointAt(i), column);
            out.append(glyph);
            column += width(glyph);
        }
        return out.toString();
    }

    private static String glyph(int c, int column) {
        if (c == '\t') {
            return " ".repeat(TAB - column % TAB);
        }
        if (c < ' ') {
            return Character.toString(0x2400 + c);
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format("<U+%04X>", c);
            default -> Character.toString(c);
        };
    }

    /** The columns that visible text takes. */
    public static int width(String visible) {
        return visible.codePoints().map(Glyphs::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int i = 0; i < WIDE.length && WIDE[i] <= c; i += 2) {
            if (c <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
