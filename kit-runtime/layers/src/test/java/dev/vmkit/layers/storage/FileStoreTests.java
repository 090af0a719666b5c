package dev.vmkit.layers.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTests {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fourBytes() throws IOException {
        file = Files.write(folder.resolve("disk.img"), new byte[] {1, 2, 3, 4});
    }

    @Test
    void writesWhatItReads() throws IOException {
        try (FileStore store = FileStore.writable(file)) {
            byte[] block = new byte[4];
            store.read(1, block, 1, 3);
            assertThat(block).containsExactly(0, 2, 3, 4);
            store.write(2, block, 0, 2);
            store.flush();
            assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 0, 2);
            assertThat(store.size()).isEqualTo(4);
        }
    }

    @Test
    void keepsItsSize() throws IOException {
        try (FileStore store = FileStore.writable(file)) {
            assertThatIOException()
                    .isThrownBy(() -> store.write(3, new byte[2], 0, 2))
                    .withMessageContaining("outside");
            assertThatIOException().isThrownBy(() -> store.read(-1, new byte[2], 0, 2));
            assertThatIOException().isThrownBy(() -> store.read(Long.MAX_VALUE, new byte[2], 0, 2));
            assertThatIOException().isThrownBy(() -> store.discard(1, Long.MAX_VALUE));
        }
    }

    @Test
    void discardsByWritingZeros() throws IOException {
        try (FileStore store = FileStore.writable(file)) {
            store.discard(1, 2);
        }
        assertThat(Files.readAllBytes(file)).containsExactly(1, 0, 0, 4);
    }

    @Test
    void doesNotTouchAFileThatIsReadOnly() throws IOException {
        try (FileStore store = FileStore.readOnly(file)) {
            assertThat(store.writable()).isFalse();
            assertThatIOException()
                    .isThrownBy(() -> store.write(0, new byte[1], 0, 1))
                    .withMessage("the disk is read-only");
            assertThatIOException().isThrownBy(() -> store.discard(0, 1));
            store.flush();
        }
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void isWrittenByOneAloneWhateverItIsCalled() throws IOException {
        Path alias = Files.createSymbolicLink(folder.resolve("alias.img"), file);
        try (FileStore _ = FileStore.writable(file)) {
            assertThatIOException().isThrownBy(() -> FileStore.writable(alias)).withMessageContaining("in use already");
            assertThatIOException().isThrownBy(() -> FileStore.readOnly(alias)).withMessageContaining("in use already");
        }
        FileStore.writable(alias).close();
    }

    @Test
    void isReadByManyButThenNotWritten() throws IOException {
        try (FileStore _ = FileStore.readOnly(file);
                FileStore _ = FileStore.readOnly(file)) {
            assertThatIOException().isThrownBy(() -> FileStore.writable(file)).withMessageContaining("in use already");
        }
        FileStore.writable(file).close();
    }

    @Test
    void isNoFolder() {
        assertThatIOException().isThrownBy(() -> FileStore.readOnly(folder)).withMessageContaining("neither a file");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNoPipe() throws Exception {
        Path pipe = folder.resolve("pipe.img");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatIOException().isThrownBy(() -> FileStore.readOnly(pipe)).withMessageContaining("neither a file");
    }

    @Test
    void mayBeClosedTwice() throws IOException {
        FileStore store = FileStore.writable(file);
        store.close();
        store.close();
        assertThatIOException().isThrownBy(() -> store.read(0, new byte[1], 0, 1));
    }
}
