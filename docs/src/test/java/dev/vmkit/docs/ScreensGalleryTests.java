package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machines of the gallery that have a screen, and what others' tests of them are read by. */
@DisplayName("Of the gallery's machines with a screen,")
class ScreensGalleryTests {
    private static final Path GALLERY = Console.REPOSITORY.resolve("docs/gallery");

    @TempDir
    private Path folder;

    private Console.Shown kit(String line) {
        return new Console(folder).run("kit " + line);
    }

    private BufferedImage screenshot(String run) throws IOException {
        kit("run --screenshot shot.png " + run);
        return ImageIO.read(folder.resolve("shot.png").toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "chip8/worm.png,     5200,   chip8/machine.yaml,                , chip8/player.yaml",
        "chip8/wall.png,     4000,   chip8/machine.yaml, chip8/wall.asm,",
        "hack/triangles.png, 440000, hack/machine.yaml,                 ,"
    })
    void the_pictures_are_what_the_kit_draws_and_both_engines_agree(
            String picture, long instructions, String machine, String program, String player) throws IOException {
        String run = (player == null ? "" : "--dialogue " + GALLERY.resolve(player) + " ")
                + "--instructions " + instructions + " " + GALLERY.resolve(machine)
                + (program == null ? "" : " " + GALLERY.resolve(program));
        BufferedImage shown = screenshot(run);
        if (Boolean.getBoolean("approve")) {
            Files.copy(
                    folder.resolve("shot.png"),
                    GALLERY.resolve(picture),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(pixels(shown))
                .isEqualTo(pixels(ImageIO.read(GALLERY.resolve(picture).toFile())));
        assertThat(kit("run --hash --engine translate " + run).text())
                .isEqualTo(kit("run --hash --engine interpret " + run).text())
                .contains("state ");
    }

    private static String pixels(BufferedImage image) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return image.getWidth() + " x " + image.getHeight() + ": " + java.util.Arrays.hashCode(all);
    }

    @Test
    void the_worm_goes_where_keys_say_and_ends_at_the_frame_otherwise() throws IOException {
        String machine = " " + GALLERY.resolve("chip8/machine.yaml");
        Files.writeString(folder.resolve("keys"), "w");
        Files.createFile(folder.resolve("none"));
        assertThat(pixels(screenshot("--input keys --instructions 2600" + machine)))
                .isNotEqualTo(pixels(screenshot("--input none --instructions 2600" + machine)));
        assertThat(screenshot("--input none --instructions 9000" + machine).getRGB(5, 5))
                .as("the frame is gone, the score is shown")
                .isEqualTo(0xFF102010);
    }

    @ParameterizedTest
    @CsvSource({
        "chip8/machine.yaml,",
        "chip8/machine.yaml, chip8/wall.asm",
        "chip8/super-chip.yaml,",
        "chip8/xo-chip.yaml,",
        "hack/machine.yaml,"
    })
    void a_game_that_waits_for_keys_that_nobody_types_ends(String machine, String program) throws IOException {
        Files.createFile(folder.resolve("none"));
        Console.Shown ended = kit("run --input none --time 20s --screenshot end.png " + GALLERY.resolve(machine)
                + (program == null ? "" : " " + GALLERY.resolve(program)));
        assertThat(ended.text()).contains("the guest asks for more input, but the input has ended");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("end.png")).exists();
    }

    @ParameterizedTest
    @CsvSource({"super-chip.yaml", "xo-chip.yaml"})
    void the_descendants_of_CHIP_8_play_the_worm_too(String machine) throws IOException {
        BufferedImage shown =
                screenshot("--instructions 9000 " + GALLERY.resolve("chip8").resolve(machine));
        assertThat(shown.getWidth()).isEqualTo(640);
        assertThat(shown.getHeight()).isEqualTo(320);
    }

    @Test
    void a_program_for_CHIP_8_is_compared_with_the_screen_it_should_draw() throws IOException {
        // LD I, 0x206; DRW V0, V1, 1; JP 0x204; the sprite is eight pixels
        Files.write(folder.resolve("line.ch8"), new byte[] {(byte) 0xA2, 6, (byte) 0xD0, 0x11, 0x12, 4, (byte) 0xFF});
        Files.writeString(folder.resolve("line.txt"), "########" + ".".repeat(56) + ("\n" + ".".repeat(64)).repeat(31));
        assertThat(kit("conform chip8 --isa chip8:chip-8 --set frames=5 line.ch8")
                        .text())
                .contains("1 hold, 0 do not");
        Files.writeString(folder.resolve("line.txt"), ".");
        Console.Shown wrong = kit("conform chip8 --isa chip8:chip-8 --set frames=5 line.ch8");
        assertThat(wrong.text()).contains("row 0 expected .", "row 0 found    ########....");
        assertThat(wrong.exitCode()).isEqualTo(1);
    }

    @Test
    void a_script_for_the_Hack_computer_is_compared_with_the_output_it_should_have() throws IOException {
        Files.writeString(folder.resolve("Twice.asm"), "(LOOP) @R0\nD=M\n@R1\nM=D+M\nM=M+D // twice\n@LOOP\n0;JMP\n");
        Files.writeString(folder.resolve("Twice.tst"), """
            load Twice.asm, compare-to Twice.cmp,   /* RAM[1] = 2 * RAM[0] */
            output-list time%S1.4.1 RAM[0]%D1.6.1 RAM[1]%D1.6.1 D%B1.4.1;
            set RAM[0] -5, repeat 5 { ticktock; } output;
            """);
        Files.writeString(folder.resolve("Twice.cmp"), """
            | time | RAM[0] | RAM[1] |  D   |
            | 5    |     -5 |    -10 | **** |
            """);
        assertThat(kit("conform nand2tetris --isa hack Twice.tst").text()).contains("2 hold, 0 do not");
        Files.writeString(folder.resolve("Twice.tst"), "load Twice.asm;\nflash the-lights;\n");
        Console.Shown wrong = kit("conform nand2tetris --isa hack Twice.tst");
        assertThat(wrong.text()).contains("K991", "Twice.tst:2:1", "'flash'");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chip8 --isa chip8 --set speed=99999999999999 | 'speed' is a number such as 0x400, not"
                        + " '99999999999999'",
                "nand2tetris --isa hack | material: there is no word 99999 in memory",
            })
    void material_that_cannot_be_tried_is_refused(String options, String message) throws IOException {
        Files.writeString(folder.resolve("material"), "set RAM[99999] 5;");
        Console.Shown refused = kit("conform " + options + " material");
        assertThat(refused.text()).contains(message);
        assertThat(refused.exitCode()).isEqualTo(2);
    }

    @Test
    void a_picture_of_another_format_is_refused() {
        Console.Shown refused = kit("run --screenshot shot.gif " + GALLERY.resolve("chip8/machine.yaml"));
        assertThat(refused.text()).contains("a picture is a PNG file", "'shot.gif'");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("shot.gif")).doesNotExist();
    }

    @Test
    void who_assembles_for_CHIP_8_is_not_warned_of_its_definition() throws IOException {
        Files.writeString(folder.resolve("clear.asm"), "CLS\n");
        assertThat(kit("asm --isa chip8 clear.asm").text()).contains("CLS").doesNotContain("warning");
    }
}
