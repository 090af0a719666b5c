package dev.vmkit.layers.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTests {
    @TempDir
    private Path folder;

    @Test
    void writesWhatItReads() throws IOException {
        Path file = Files.write(folder.resolve("disk.img"), new byte[] {1, 2, 3, 4});
        FileStore store = new FileStore(file);
        byte[] block = new byte[4];
        store.read(1, block, 1, 3);
        assertThat(block).containsExactly(0, 2, 3, 4);
        store.write(2, block, 0, 2);
        store.flush();
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 0, 2);
        assertThat(store.size()).isEqualTo(4);
    }

    @Test
    void keepsItsSize() throws IOException {
        FileStore store = new FileStore(Files.write(folder.resolve("disk.img"), new byte[4]));
        assertThatIOException()
                .isThrownBy(() -> store.write(3, new byte[2], 0, 2))
                .withMessageContaining("outside");
        assertThatIOException().isThrownBy(() -> store.read(-1, new byte[2], 0, 2));
        assertThatIOException().isThrownBy(() -> store.read(Long.MAX_VALUE, new byte[2], 0, 2));
    }
}
