package dev.vmkit.tools.screen;

import dev.vmkit.api.Surface.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws pictures pixel by pixel on terminals that understand sixels: bands of six rows, each a letter a column for every colour.
 * Source: VT330/VT340 Programmer Reference Manual, volume 2: Graphics Programming, EK-VT3XX-GP, chapter 14.
 *
 * @param cellWidth, cellHeight pixels of the terminal that a letter takes
 */
public record Sixels(int cellWidth, int cellHeight) implements Drawing {
    private static final int BAND = 6;
    private static final int FIRST_LETTER = '?';
    private static final int MOST_COLOURS = 256;
    private static final int SHORTEST_RUN = 4;

    /** Pixels that a small picture is enlarged to, as far as there is room. */
    private static final int WIDE = 640;

    /** Fills the picture's lines: the first has all of it, the others are left alone. */
    @Override
    public List<String> lines(Picture picture, int columns, int rows) {
        Picture small = Shrunk.to(columns * cellWidth, rows * cellHeight, picture);
        int room = Math.min(columns * cellWidth / small.width(), rows * cellHeight / small.height());
        int scale = Math.max(1, Math.min(room, WIDE / small.width()));
        int taken = Math.min(rows, (small.height() * scale + cellHeight - 1) / cellHeight);
        List<String> lines = new ArrayList<>(Collections.nCopies(taken, ""));
        lines.set(0, text(small, scale));
        return lines;
    }

    /** The whole picture, each of its pixels a square of {@code scale} by {@code scale}. */
    static String text(Picture picture, int scale) {
        int width = picture.width() * scale;
        int height = picture.height() * scale;
        Map<Integer, Integer> palette = palette(picture, -1);
        int mask = palette.size() > MOST_COLOURS ? 0xE0E0C0 : -1; // three bits of red and of green, two of blue
        palette = mask == -1 ? palette : palette(picture, mask);
        StringBuilder out = new StringBuilder("\033P0;1q\"1;1;%d;%d".formatted(width, height));
        palette.forEach((colour, number) -> out.append(
                "#%d;2;%d;%d;%d".formatted(number, percent(colour >> 16), percent(colour >> 8), percent(colour))));
        for (int top = 0; top < height; top += BAND) {
            for (Map.Entry<Integer, int[]> colour :
                    band(picture, scale, top, mask).entrySet()) {
                out.append('#').append(palette.get(colour.getKey()));
                runs(colour.getValue(), out);
                out.append('$');
            }
            out.append('-');
        }
        return out.append("\033\\").toString();
    }

    private static Map<Integer, Integer> palette(Picture picture, int mask) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                numbers.putIfAbsent(picture.at(x, y) & mask, numbers.size());
            }
        }
        return numbers;
    }

    private static int percent(int sample) {
        return ((sample & 0xFF) * 100 + 127) / 255;
    }

    /** For each colour in six rows the letters of all columns. */
    private static Map<Integer, int[]> band(Picture picture, int scale, int top, int mask) {
        int width = picture.width() * scale;
        Map<Integer, int[]> colours = new LinkedHashMap<>();
        for (int row = 0; row < BAND && top + row < picture.height() * scale; row++) {
            for (int x = 0; x < width; x++) {
                int colour = picture.at(x / scale, (top + row) / scale) & mask;
                colours.computeIfAbsent(colour, _ -> new int[width])[x] |= 1 << row;
            }
        }
        return colours;
    }

    /** The letters, several equal ones as {@code !} and their count; what is empty at the end is left out. */
    private static void runs(int[] sixels, StringBuilder out) {
        int end = sixels.length;
        while (sixels[end - 1] == 0) {
            end--;
        }
        for (int from = 0, to; from < end; from = to) {
            to = from + 1;
            while (to < end && sixels[to] == sixels[from]) {
                to++;
            }
            String letter = Character.toString(FIRST_LETTER + sixels[from]);
            out.append(to - from < SHORTEST_RUN ? letter.repeat(to - from) : "!" + (to - from) + letter);
        }
    }
}
