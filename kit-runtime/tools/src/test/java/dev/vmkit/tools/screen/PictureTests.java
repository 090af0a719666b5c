package dev.vmkit.tools.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Surface.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTests {
    private static Picture flag() {
        Picture picture = new Picture(3, 3);
        picture.fill(0, 0, 2, 1, 0xFF0000);
        picture.set(2, 2, 0x808080);
        return picture;
    }

    @Test
    void a_png_file_has_the_pixels_of_the_picture_each_as_large_as_wanted() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(Png.of(flag(), 4)));
        assertThat(image.getWidth()).isEqualTo(12);
        assertThat(image.getHeight()).isEqualTo(12);
        assertThat(image.getRGB(7, 3) & 0xFFFFFF).isEqualTo(0xFF0000);
        assertThat(image.getRGB(8, 3) & 0xFFFFFF).isZero();
        assertThat(image.getRGB(11, 11) & 0xFFFFFF).isEqualTo(0x808080);
    }

    @Test
    void a_letter_of_the_terminal_holds_two_pixels_one_above_the_other() {
        HalfBlocks blocks = new HalfBlocks(Colours.TRUE);
        assertThat(HalfBlocks.lines(flag())).isEqualTo(2);
        assertThat(blocks.line(flag(), 0))
                .isEqualTo("\033[38;2;255;0;0m\033[48;2;0;0;0m\u2580\u2580\033[38;2;0;0;0m\u2580\033[0m");
        assertThat(blocks.line(flag(), 1))
                .isEqualTo("\033[38;2;0;0;0m\033[48;2;0;0;0m\u2580\u2580\033[38;2;128;128;128m\u2580\033[0m");
    }

    @Test
    void a_terminal_that_does_not_claim_true_colours_gets_the_nearest_of_256() {
        assertThat(Colours.of(Map.of("COLORTERM", "truecolor"))).isEqualTo(Colours.TRUE);
        assertThat(Colours.of(Map.of("TERM", "xterm-256color"))).isEqualTo(Colours.INDEXED);
        assertThat(Colours.INDEXED.code(0x000000)).isEqualTo("5;16");
        assertThat(Colours.INDEXED.code(0xFFFFFF)).isEqualTo("5;231");
        assertThat(Colours.INDEXED.code(0xFF0000)).isEqualTo("5;196");
        assertThat(Colours.INDEXED.code(0x5F87AF)).isEqualTo("5;67");
        assertThat(Colours.INDEXED.code(0x808080)).isEqualTo("5;244");
    }
}
