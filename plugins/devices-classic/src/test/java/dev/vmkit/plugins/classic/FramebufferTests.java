package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.Surface.Picture;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramebufferTests {
    private static DeviceBench bench(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("width", "8", "height", "2", "from", "0x10"));
        all.putAll(settings);
        return DeviceBench.of(FramebufferTests.class, "/framebuffer.yaml", Optional.of(new FramebufferModel()), all);
    }

    private static Picture shown(Map<String, String> settings, int... bytes) {
        DeviceBench bench = bench(settings);
        for (int i = 0; i < bytes.length; i++) {
            bench.memory().number(0x10 + i, 8, bytes[i]);
        }
        return bench.look();
    }

    @Test
    void shows_a_bit_a_pixel_the_highest_on_the_left() {
        Picture picture = shown(Map.of(), 0x81, 0x40);
        assertThat(picture.width()).isEqualTo(8);
        assertThat(picture.at(0, 0)).isEqualTo(0xFFFFFF);
        assertThat(picture.at(1, 0)).isZero();
        assertThat(picture.at(7, 0)).isEqualTo(0xFFFFFF);
        assertThat(picture.at(1, 1)).isEqualTo(0xFFFFFF);
    }

    @Test
    void shows_the_lowest_bit_on_the_left_where_that_is_the_order() {
        Picture picture = shown(Map.of("bit-order", "low-first"), 0x02);
        assertThat(picture.at(1, 0)).isEqualTo(0xFFFFFF);
        assertThat(picture.at(6, 0)).isZero();
    }

    @Test
    void puts_the_planes_together_to_the_number_of_a_colour() {
        Picture picture = shown(Map.of("planes", "2", "palette", "000000 111111 222222 333333"), 0xC0, 0, 0x60, 0);
        assertThat(picture.at(0, 0)).isEqualTo(0x111111);
        assertThat(picture.at(1, 0)).isEqualTo(0x333333);
        assertThat(picture.at(2, 0)).isEqualTo(0x222222);
        assertThat(picture.at(3, 0)).isZero();
    }

    @Test
    void shows_bytes_as_three_bits_of_red_three_of_green_and_two_of_blue() {
        Picture picture = shown(Map.of("depth", "8"), 0xE0, 0x1C, 0x03, 0xFF);
        assertThat(picture.at(0, 0)).isEqualTo(0xFF0000);
        assertThat(picture.at(1, 0)).isEqualTo(0x00FF00);
        assertThat(picture.at(2, 0)).isEqualTo(0x0000FF);
        assertThat(picture.at(3, 0)).isEqualTo(0xFFFFFF);
    }

    @Test
    void leaves_out_what_lies_between_rows() {
        Picture picture = shown(Map.of("stride", "3", "depth", "4", "width", "2"), 0x0F, 1, 2, 0xF0);
        assertThat(picture.at(1, 0)).isEqualTo(0xFFFFFF);
        assertThat(picture.at(0, 1)).isEqualTo(0xFFFFFF);
    }

    @Test
    void is_black_where_there_is_no_memory() {
        assertThat(shown(Map.of("from", "0xFFFFFFFF0")).at(0, 0)).isZero();
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatThrownBy(() -> bench(Map.of("palette", "000000")))
                .hasMessage("a pixel has 2 numbers, but 'palette' lists 1 colours");
        assertThatThrownBy(() -> bench(Map.of("palette", "000000 red")))
                .hasMessage("'red' in 'palette' is no colour: six digits, as in FF8000");
        assertThatThrownBy(() -> bench(Map.of("stride", "1", "depth", "8")))
                .hasMessage("a row has 8 bytes, so 'stride' cannot be 1");
        assertThatThrownBy(() -> bench(Map.of("planes", "2", "depth", "8")))
                .hasMessage("2 planes of 8 bits are more than 8 bits a pixel");
    }
}
