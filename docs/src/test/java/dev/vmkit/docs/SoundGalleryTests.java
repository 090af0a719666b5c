package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard of the gallery's CHIP-8 consoles. */
@DisplayName("The buzzer of the gallery's consoles")
class SoundGalleryTests {
    private static final Path CONSOLES = Console.REPOSITORY.resolve("docs/gallery/chip8");
    private static final int SILENT = 128;

    @TempDir
    private Path folder;

    private Console.Shown kit(String line) {
        return new Console(folder).run("kit run " + line);
    }

    /** The samples that both engines leave of a program, with a second of instructions. */
    private int[] heard(String machine, int instructions, String program)
            throws IOException, UnsupportedAudioFileException {
        Files.writeString(folder.resolve("beep.asm"), program);
        String rest = " --instructions " + instructions + " " + CONSOLES.resolve(machine) + " beep.asm";
        kit("--engine interpret --sound interpreted.wav" + rest);
        kit("--engine translate --sound translated.wav" + rest);
        assertThat(folder.resolve("translated.wav")).hasSameBinaryContentAs(folder.resolve("interpreted.wav"));
        try (AudioInputStream in =
                AudioSystem.getAudioInputStream(folder.resolve("translated.wav").toFile())) {
            byte[] samples = in.readAllBytes();
            return IntStream.range(0, samples.length)
                    .map(i -> samples[i] & 0xFF)
                    .toArray();
        }
    }

    private static double seconds(int[] samples) {
        return IntStream.of(samples).filter(sample -> sample != SILENT).count() / 48_000.0;
    }

    /** How often a second a tone goes up from below to above. */
    private static double hertz(int[] samples) {
        int[] rises = IntStream.range(1, samples.length)
                .filter(i -> samples[i - 1] < SILENT && samples[i] > SILENT)
                .toArray();
        return (rises.length - 1) * 48_000.0 / (rises[rises.length - 1] - rises[0]);
    }

    @Test
    void beeps_as_long_as_the_timer_says() throws Exception {
        int[] samples = heard("machine.yaml", 660, "  .org 0x200\n  LD V0, 30\n  LD ST, V0\nhere: JP here\n");
        assertThat(samples).hasSize(48_000);
        assertThat(seconds(samples)).isCloseTo(30 / 60.0, Offset.offset(1 / 60.0));
        assertThat(hertz(samples)).isCloseTo(500, Offset.offset(0.1));
    }

    @Test
    void plays_the_pattern_and_the_pitch_of_an_XO_CHIP_program() throws Exception {
        int[] samples = heard("xo-chip.yaml", 60_000, """
                  .org 0x200
                  LD I, wave
                  AUDIO
                  LD V0, 112            ; an octave above 4000 samples a second
                  PITCH V0
                  LD V0, 6
                  LD ST, V0
            here: JP here
            wave: .fill 16, 0xCC        ; four samples a cycle
            """);
        assertThat(seconds(samples)).isCloseTo(6 / 60.0, Offset.offset(1 / 60.0));
        assertThat(hertz(samples)).isCloseTo(2000, Offset.offset(1.0));
    }

    @Test
    void is_asked_for_only_of_machines_that_have_one() {
        Console.Shown refused = kit("--sound a.wav " + Console.REPOSITORY.resolve("docs/gallery/hack/machine.yaml"));
        assertThat(refused.text()).contains("no device of this machine is heard");
        assertThat(refused.exitCode()).isEqualTo(2);
        Console.Shown other = kit("--sound a.mp3 " + CONSOLES.resolve("machine.yaml"));
        assertThat(other.text()).contains("a recording is a WAV file");
        assertThat(other.exitCode()).isEqualTo(2);
        Console.Shown nowhere = kit("--sound no/a.wav " + CONSOLES.resolve("machine.yaml"));
        assertThat(nowhere.text()).contains("there is no folder for it");
        assertThat(nowhere.exitCode()).isEqualTo(2);
    }
}
