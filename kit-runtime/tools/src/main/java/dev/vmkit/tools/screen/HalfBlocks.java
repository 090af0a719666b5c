package dev.vmkit.tools.screen;

import dev.vmkit.api.Surface.Picture;
import java.util.List;
import java.util.stream.IntStream;

/** Draws pictures as text: each letter is half a block, a pixel in its own colour above one in the background's. */
public final class HalfBlocks implements Drawing {
    private static final String UPPER_HALF = "\u2580";
    private static final int BLACK = 0;

    private final Colours colours;

    public HalfBlocks(Colours colours) {
        this.colours = colours;
    }

    @Override
    public List<String> lines(Picture picture, int columns, int rows) {
        Picture small = Shrunk.to(columns, 2 * rows, picture);
        return IntStream.range(0, lines(small))
                .mapToObj(line -> line(small, line))
                .toList();
    }

    /** One line of letters: two rows of pixels from row {@code 2 * line} on. Colours are as before afterwards. */
    public String line(Picture picture, int line) {
        StringBuilder text = new StringBuilder();
        int above = -1;
        int below = -1;
        for (int x = 0; x < picture.width(); x++) {
            int top = picture.at(x, 2 * line);
            int bottom = 2 * line + 1 < picture.height() ? picture.at(x, 2 * line + 1) : BLACK;
            if (top != above) {
                text.append(colours.foreground(top));
            }
            if (bottom != below) {
                text.append(colours.background(bottom));
            }
            text.append(UPPER_HALF);
            above = top;
            below = bottom;
        }
        return text.append("\033[0m").toString();
    }

    /** How many lines a picture takes. */
    public static int lines(Picture picture) {
        return (picture.height() + 1) / 2;
    }
}
