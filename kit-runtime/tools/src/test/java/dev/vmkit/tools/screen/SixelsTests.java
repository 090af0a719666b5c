package dev.vmkit.tools.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Surface.Picture;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SixelsTests {
    private static final Pattern TOKEN =
            Pattern.compile("#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([?-~])|([$-])");

    /** What a terminal makes of a picture's text: the percentages of each pixel, as 0xRRGGBB; -1 where it is not painted. */
    private static int[][] seen(String text, int width, int height) {
        String start = "\033P0;1q\"1;1;" + width + ";" + height;
        assertThat(text).startsWith(start).endsWith("\033\\");
        int[][] pixels = new int[height][width];
        Arrays.stream(pixels).forEach(row -> Arrays.fill(row, -1));
        Map<Integer, Integer> colours = new HashMap<>();
        int colour = 0;
        int x = 0;
        int top = 0;
        int end = start.length();
        Matcher token = TOKEN.matcher(text).region(end, text.length() - 2);
        for (; token.lookingAt(); token.region(end, text.length() - 2)) {
            end = token.end();
            if (token.group(1) != null) {
                colours.put(number(token, 1), number(token, 2) << 16 | number(token, 3) << 8 | number(token, 4));
            } else if (token.group(5) != null) {
                colour = colours.get(number(token, 5));
            } else if (token.group(9) != null) {
                x = 0;
                top += token.group(9).equals("-") ? 6 : 0;
            } else {
                String letter = token.group(7) == null ? token.group(8) : token.group(7);
                for (int n = token.group(6) == null ? 1 : number(token, 6); n > 0; n--, x++) {
                    for (int bit = 0; bit < 6; bit++) {
                        if ((letter.charAt(0) - '?' >> bit & 1) != 0) {
                            pixels[top + bit][x] = colour;
                        }
                    }
                }
            }
        }
        assertThat(end).as("all is understood").isEqualTo(text.length() - 2);
        return pixels;
    }

    private static int number(Matcher token, int group) {
        return Integer.parseInt(token.group(group));
    }

    @Test
    void a_terminal_sees_each_pixel_as_large_and_as_coloured_as_wanted() {
        Picture picture = new Picture(3, 5);
        picture.set(1, 0, 0xFF0000);
        picture.fill(0, 3, 3, 2, 0x00FF80);
        int[][] seen = seen(Sixels.text(picture, 3), 9, 15);
        for (int y = 0; y < 15; y++) {
            for (int x = 0; x < 9; x++) {
                int expected = y >= 9 ? 100 << 8 | 50 : y < 3 && x >= 3 && x < 6 ? 100 << 16 : 0;
                assertThat(seen[y][x]).as(x + ", " + y).isEqualTo(expected);
            }
        }
    }

    @Test
    void more_colours_than_a_terminal_has_become_the_nearest_below() {
        Picture picture = new Picture(300, 1);
        for (int x = 0; x < 300; x++) {
            picture.set(x, 0, x * 0x0101);
        }
        int[][] seen = seen(Sixels.text(picture, 1), 300, 1);
        assertThat(seen[0][0]).isZero();
        assertThat(seen[0][0x7F]).isEqualTo(38 << 8 | 25); // 0x60 and 0x40
    }

    @Test
    void small_pictures_are_enlarged_as_far_as_there_is_room_and_large_ones_shrunk() {
        Sixels sixels = new Sixels(10, 20);
        assertThat(sixels.lines(new Picture(64, 32), 80, 20)).hasSize(16).allMatch(text -> text.length() < 600);
        assertThat(sixels.lines(new Picture(64, 32), 80, 20).getFirst()).contains("\"1;1;640;320#");
        assertThat(sixels.lines(new Picture(64, 32), 80, 8).getFirst()).contains("\"1;1;320;160#");
        assertThat(sixels.lines(new Picture(2048, 2048), 80, 20).getFirst()).contains("\"1;1;342;342#");
        assertThat(sixels.lines(new Picture(1, 2), 80, 20)).hasSize(20);
    }

    @Test
    void a_screen_draws_a_picture_again_only_if_it_has_changed() {
        TerminalScreen screen = new TerminalScreen(new Sixels(10, 20), 80, 24);
        Picture picture = new Picture(64, 32);
        assertThat(screen.show(List.of(picture))).contains("\033[17;24r", "\0337\033[1;1H\033P0;1q");
        assertThat(screen.show(List.of(picture))).isEqualTo("\0337\0338");
        picture.set(0, 0, 0xFFFFFF);
        assertThat(screen.show(List.of(picture))).startsWith("\0337\033[1;1H\033P0;1q");
    }
}
