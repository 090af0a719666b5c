package dev.vmkit.tools.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.vmkit.machine.board.Loudspeaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTests {
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong();
    private final Loudspeaker speaker = new Loudspeaker(now::get);

    private Recording recording() throws IOException {
        return Recording.of(speaker, folder.resolve("heard.wav"), now::get);
    }

    private byte[] heard() throws IOException, UnsupportedAudioFileException {
        byte[] file = Files.readAllBytes(folder.resolve("heard.wav"));
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            assertThat(in.getFormat().getFrameRate()).isEqualTo(48_000);
            assertThat(in.getFormat().getChannels()).isEqualTo(1);
            return in.readAllBytes();
        }
    }

    @Test
    void a_file_has_the_silence_the_tone_and_the_silence_after_it() throws Exception {
        try (Recording recording = recording()) {
            now.set(MILLI);
            speaker.play(0xAAAA_AAAA_AAAA_AAAAL, 0xAAAA_AAAA_AAAA_AAAAL, MILLI / 4);
            now.set(2 * MILLI);
            speaker.play(0xAAAA_AAAA_AAAA_AAAAL, 0xAAAA_AAAA_AAAA_AAAAL, MILLI / 4);
            now.set(3 * MILLI);
            speaker.silence();
            now.set(4 * MILLI);
            assertThat(recording.isCut()).isFalse();
        }
        byte[] samples = heard();
        assertThat(samples).hasSize(4 * 48);
        for (int i = 0; i < samples.length; i++) {
            boolean tone = i >= 48 && i < 144;
            assertThat(samples[i] & 0xFF).as("sample " + i).isEqualTo(!tone ? 128 : (i / 12) % 2 == 0 ? 176 : 80);
        }
    }

    @Test
    void a_file_ends_where_it_would_be_too_long() throws Exception {
        Recording recording = Recording.of(speaker, folder.resolve("heard.wav"), now::get, 96);
        now.set(2 * MILLI);
        assertThat(recording.isCut()).isFalse();
        now.set(7_200 * 1_000 * MILLI);
        speaker.play(0, -1, MILLI);
        assertThat(recording.isCut()).isTrue();
        recording.close();
        assertThat(heard()).hasSize(96);
    }

    @Test
    void a_host_that_cannot_write_is_told_of_at_the_end_and_not_to_the_device() throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        Recording recording = Recording.of(speaker, full, now::get);
        for (int i = 1; i < 9; i++) {
            now.set(i * 1_000 * MILLI);
            speaker.play(i, i, MILLI);
        }
        assertThatIOException().isThrownBy(recording::close);
    }

    @Test
    void a_file_of_no_time_is_one_and_one_of_an_odd_number_of_samples_gets_another() throws Exception {
        recording().close();
        assertThat(heard()).isEmpty();
        try (Recording _ = recording()) {
            now.set(3 * MILLI / 48 - 1);
        }
        assertThat(heard()).hasSize(4);
    }
}
