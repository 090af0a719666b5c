package dev.vmkit.layers.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of Debian packages, however they are packed. */
class DebianPackageTests {
    @TempDir
    private Path folder;

    private Path scratch;
    private byte[] data;

    @BeforeEach
    void makeFiles() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        data = Packed.tar(Map.of("./boot/vmlinux", "kernel"));
    }

    private DebianPackage open(byte[] deb) throws IOException {
        return DebianPackage.open("test.deb", Files.write(folder.resolve("test.deb"), deb), scratch);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void filesAreReadHoweverTheyArePacked(Compression packed) throws IOException {
        byte[] deb = switch (packed) {
            case NONE -> Packed.deb("data.tar", data);
            case GZIP -> Packed.deb("data.tar.gz", Packed.gzip(data));
            case XZ -> Packed.deb("data.tar.xz", Packed.xz(data));
        };
        try (DebianPackage opened = open(deb)) {
            assertThat(opened.files().read("boot/vmlinux", 100)).hasValue("kernel".getBytes());
        }
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aPackageWithoutDataIsRefused() throws IOException {
        byte[] deb = Packed.deb("data.tar.zst", data);
        assertThatExceptionOfType(MalformedArchive.class)
                .isThrownBy(() -> open(deb))
                .withMessage("test.deb is no Debian package: it has no data.tar, data.tar.gz or data.tar.xz");
        assertThat(scratch).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8, 60, 200})
    void aPackageThatIsCutOffIsRefused(int length) throws IOException {
        byte[] deb = Arrays.copyOf(Packed.deb("data.tar.xz", Packed.xz(data)), length);
        assertThatExceptionOfType(MalformedArchive.class).isThrownBy(() -> open(deb));
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void packedDebrisIsRefused() throws IOException {
        byte[] xz = Packed.xz(data);
        xz[xz.length / 2] ^= 0x55;
        byte[] deb = Packed.deb("data.tar.xz", xz);
        assertThatExceptionOfType(MalformedArchive.class).isThrownBy(() -> open(deb));
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"GZIP", "XZ"})
    void aBombIsDefused(Compression packed) throws IOException {
        byte[] zeros = new byte[4 << 20];
        byte[] bomb = packed == Compression.XZ ? Packed.xz(zeros) : Packed.gzip(zeros);
        assertThat(bomb.length).isLessThan(8192);
        assertThatExceptionOfType(MalformedArchive.class)
                .isThrownBy(() -> packed.unpack(new ByteArrayInputStream(bomb), 1 << 20, "bomb")
                        .readAllBytes())
                .withMessage("bomb unpacks to more than 1 MiB");
    }
}
