package dev.vmkit.plugins.classic;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The colour of each number that a pixel may have, {@code 0xRRGGBB}. */
record Palette(List<Integer> colours) {
    private static final int WHITE = 0xFF;

    Palette {
        colours = List.copyOf(colours);
    }

    /**
     * The colours that a text lists, or the usual ones if it is empty.
     *
     * @param count how many numbers there are: 2, 4, 8, 16 ... 256
     * @throws IllegalArgumentException with a message for the learner, if the text is none
     */
    static Palette of(String text, int count) {
        if (text.isBlank()) {
            return new Palette(IntStream.range(0, count)
                    .mapToObj(number -> count == 256 ? mixed(number) : grey(number * WHITE / (count - 1)))
                    .toList());
        }
        List<Integer> colours =
                Arrays.stream(text.strip().split("\\s+")).map(Palette::colour).toList();
        if (colours.size() != count) {
            throw new IllegalArgumentException(
                    "a pixel has " + count + " numbers, but 'palette' lists " + colours.size() + " colours");
        }
        return new Palette(colours);
    }

    private static int colour(String written) {
        if (!written.matches("[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("'" + written + "' in 'palette' is no colour: six digits, as in FF8000");
        }
        return HexFormat.fromHexDigits(written);
    }

    private static int grey(int sample) {
        return sample << 16 | sample << 8 | sample;
    }

    /** Three bits of red, three of green, two of blue. */
    private static int mixed(int number) {
        int red = (number >> 5) * WHITE / 7;
        int green = (number >> 2 & 7) * WHITE / 7;
        int blue = (number & 3) * WHITE / 3;
        return red << 16 | green << 8 | blue;
    }

    int of(int number) {
        return colours.get(number);
    }
}
