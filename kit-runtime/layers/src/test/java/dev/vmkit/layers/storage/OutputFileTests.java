package dev.vmkit.layers.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTests {
    @TempDir
    private Path folder;

    private Path paper() {
        return folder.resolve("paper");
    }

    @Test
    void takesTheLowEightBitsOfWhatGoesOutInPlaceOfWhatWasThere() throws IOException {
        Files.writeString(paper(), "a long text of old");
        try (OutputFile file = OutputFile.create(paper())) {
            file.write('h');
            file.write(0x1E9);
            assertThat(file.ready()).isFalse();
            assertThat(file.read()).isEqualTo(-1);
        }
        assertThat(Files.readAllBytes(paper())).containsExactly('h', 0xE9);
    }

    @Test
    void saysWhatItCouldNotTake() throws IOException {
        OutputFile file = OutputFile.create(paper(), 2);
        for (int i = 0; i < 5; i++) {
            file.write(i);
        }
        assertThatIOException().isThrownBy(file::close).withMessageEndingWith("ends after 2 bytes; 3 more are lost");
        assertThat(Files.readAllBytes(paper())).containsExactly(0, 1);
    }

    @Test
    void saysWhyTheHostCouldNotWrite() throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        OutputFile file = OutputFile.create(full);
        file.write(1);
        assertThatIOException().isThrownBy(file::close).withMessageStartingWith("'/dev/full' could not be written: ");
    }
}
