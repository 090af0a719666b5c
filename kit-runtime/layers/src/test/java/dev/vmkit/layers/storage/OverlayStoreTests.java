package dev.vmkit.layers.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayStoreTests {
    private static final int CLUSTER = 1 << 16;
    private static final int SIZE = 3 * CLUSTER + 1000;
    private static final int TABLE = 4096;

    @TempDir
    private Path folder;

    private Path image;
    private Path overlay;
    private byte[] original;

    @BeforeEach
    void anImage() throws IOException {
        original = new byte[SIZE];
        new Random(1).nextBytes(original);
        image = Files.write(folder.resolve("disk.img"), original);
        overlay = folder.resolve("changes.cow");
    }

    private DiskStore open() throws IOException {
        return new Disk(image, Optional.of(overlay), false).open();
    }

    private static byte[] all(DiskStore store) throws IOException {
        byte[] bytes = new byte[(int) store.size()];
        store.read(0, bytes, 0, bytes.length);
        return bytes;
    }

    @Test
    void showsTheImageUntilSomethingIsWritten() throws IOException {
        try (DiskStore store = open()) {
            assertThat(all(store)).isEqualTo(original);
            assertThat(store.writable()).isTrue();
        }
    }

    @Test
    void keepsWhatIsWrittenAndLeavesTheImageAlone() throws IOException {
        byte[] expected = original.clone();
        Random random = new Random(2);
        try (DiskStore store = open()) {
            for (int i = 0; i < 300; i++) {
                change(store, expected, random);
                assertThat(all(store)).isEqualTo(expected);
            }
        }
        try (DiskStore again = open()) {
            assertThat(all(again)).isEqualTo(expected);
        }
        assertThat(Files.readAllBytes(image)).isEqualTo(original);
    }

    private static void change(DiskStore store, byte[] expected, Random random) throws IOException {
        int at = random.nextInt(SIZE);
        int length = random.nextInt(SIZE - at) + 1;
        switch (random.nextInt(3)) {
            case 0 -> {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                store.write(at, bytes, 0, length);
                System.arraycopy(bytes, 0, expected, at, length);
            }
            case 1 -> {
                store.discard(at, length);
                Arrays.fill(expected, at, at + length, (byte) 0);
            }
            default -> store.flush();
        }
    }

    @Test
    void takesNoMoreRoomThanWhatWasWrittenAndGivesDiscardedRoomBack() throws IOException {
        try (DiskStore store = open()) {
            long empty = Files.size(overlay);
            store.write(CLUSTER + 5, new byte[10], 0, 10);
            assertThat(Files.size(overlay)).isEqualTo(empty + CLUSTER);
            store.discard(CLUSTER, CLUSTER);
            store.flush();
            store.write(0, new byte[10], 0, 10);
            assertThat(Files.size(overlay)).isEqualTo(empty + CLUSTER);
        }
    }

    @Test
    void givesDiscardedRoomBackInTheEndToAGuestThatNeverFlushes() throws IOException {
        try (DiskStore store = open()) {
            long empty = Files.size(overlay);
            for (int i = 0; i < 1000; i++) {
                store.write(0, new byte[10], 0, 10);
                store.discard(0, CLUSTER);
            }
            assertThat(Files.size(overlay)).isLessThanOrEqualTo(empty + 65 * CLUSTER);
        }
    }

    @Test
    void usesTheRoomAgainOfWhatCouldNotBeWritten() throws IOException {
        try (DiskFile file = DiskFile.made(overlay)) {
            ClusterTable table = ClusterTable.create(file, OverlayHeader.of(SIZE));
            int first = table.allocate();
            int second = table.allocate();
            table.giveBack(first);
            assertThat(table.allocate()).isEqualTo(first).isNotEqualTo(second);
        }
    }

    /** Until the table is safe, a loss of power brings the old one back, and what it names must still be there. */
    @Test
    void doesNotReuseRoomBeforeAFlush() throws IOException {
        try (DiskStore store = open()) {
            store.write(0, original, 0, CLUSTER);
            store.flush();
            byte[] safe = Files.readAllBytes(overlay);
            store.discard(0, CLUSTER);
            store.write(CLUSTER, new byte[CLUSTER], 0, CLUSTER);
            byte[] now = Files.readAllBytes(overlay);
            assertThat(Arrays.copyOf(now, safe.length)).isEqualTo(safe);
        }
    }

    @Test
    void writesTheTableOnlyAfterTheBytesItLeadsTo() throws IOException {
        try (DiskStore store = open()) {
            byte[] before = Arrays.copyOf(Files.readAllBytes(overlay), CLUSTER);
            store.write(0, new byte[10], 0, 10);
            assertThat(Arrays.copyOf(Files.readAllBytes(overlay), CLUSTER)).isEqualTo(before);
            store.flush();
            assertThat(Files.readAllBytes(overlay)[TABLE]).isEqualTo((byte) 2);
        }
    }

    /** A raw image is never looked into: one that begins like an overlay is still raw. */
    @Test
    void doesNotTakeAnImageForAnOverlay() throws IOException {
        try (DiskStore store = open()) {
            store.write(0, new byte[] {7}, 0, 1);
        }
        byte[] disguised = Files.readAllBytes(overlay);
        try (DiskStore raw = new Disk(overlay, Optional.empty(), true).open()) {
            assertThat(all(raw)).isEqualTo(disguised);
        }
    }

    /** Overlays are hostile: each of these 4-byte changes at an offset makes one that is refused. */
    @ParameterizedTest
    @CsvSource({
        "0, 0x6D6B6D77, not an overlay",
        "8, 2, version 2",
        "12, 63, 2^63",
        "12, 0, 2^0",
        "12, -1, 2^-1",
        "16, 5, has 5 bytes",
        "20, -1, bytes",
        "20, 0x7FFFFFFF, bytes",
        "24, 1, features",
        "60, 1, features",
        "4096, 4, outside of the file",
        "4096, -1, outside of the file",
        "4096, 0x7FFFFFFF, outside of the file",
        "4100, 2, where another one does"
    })
    void isRefusedIfItContradictsItself(int offset, String value, String complaint) throws IOException {
        try (DiskStore store = open()) {
            store.write(0, new byte[] {7}, 0, 1);
            store.write(2 * CLUSTER, new byte[] {7}, 0, 1);
        }
        byte[] bytes = Files.readAllBytes(overlay);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, Integer.decode(value));
        Files.write(overlay, bytes);
        assertThatIOException()
                .isThrownBy(this::open)
                .withMessageContaining("cannot be used as an overlay")
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, TABLE, TABLE + 10, CLUSTER - 1, CLUSTER, 2 * CLUSTER - 1})
    void isRefusedIfItIsCutOff(int length) throws IOException {
        try (DiskStore store = open()) {
            store.write(0, new byte[] {7}, 0, 1);
        }
        Files.write(overlay, Arrays.copyOf(Files.readAllBytes(overlay), length));
        assertThatIOException().isThrownBy(this::open).withMessageContaining("cannot be used as an overlay");
    }

    @Test
    void letsGoOfItsFilesIfItIsRefused() throws IOException {
        Files.write(overlay, new byte[100]);
        assertThatIOException().isThrownBy(this::open);
        FileStore.writable(image).close();
        FileStore.writable(overlay).close();
    }

    @Test
    void isRefusedForAnImageOfAnotherSize() throws IOException {
        open().close();
        Files.write(image, new byte[100]);
        assertThatIOException().isThrownBy(this::open).withMessageContaining("the image 100");
    }

    @Test
    void survivesRandomDamage() throws IOException {
        try (DiskStore store = open()) {
            store.write(10, original, 0, SIZE - 10);
        }
        byte[] whole = Files.readAllBytes(overlay);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            int places = random.nextInt(4) + 1;
            for (int j = 0; j < places; j++) {
                int at = random.nextBoolean() ? random.nextInt(64) : TABLE + random.nextInt(20);
                damaged[at] = (byte) random.nextInt();
            }
            Files.write(overlay, damaged);
            try (DiskStore store = open()) {
                assertThat(all(store)).hasSize(SIZE);
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("cannot be used as an overlay");
            }
        }
    }

    @Test
    void usesLargerClustersForLargerDisks() throws IOException {
        assertThat(OverlayHeader.of(1L << 35).clusterBits()).isEqualTo(16);
        assertThat(OverlayHeader.of(1L << 37).clusterBits()).isEqualTo(17);
        assertThat(OverlayHeader.of(1L << 40).clusterBits()).isEqualTo(20);
        assertThat(OverlayHeader.of(1L << 40).clusters()).isEqualTo(1 << 20);
        assertThatIOException()
                .isThrownBy(() -> OverlayHeader.of((1L << 40) + 1))
                .withMessageContaining("1 TiB");
    }
}
