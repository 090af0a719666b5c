package dev.vmkit.layers.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of a tar file are found by name, and nothing is ever put where a name says. */
class TarArchiveTests {
    @TempDir
    private Path folder;

    private TarArchive archive(byte[] content) throws IOException {
        return new TarArchive(Files.write(folder.resolve("a.tar"), content));
    }

    @Test
    void filesAreReadByTheirNames() throws IOException {
        TarArchive archive = archive(Packed.tar(new TreeMap<>(Map.of("./a/b", "one", "c", "two"))));
        assertThat(archive.files()).containsExactlyInAnyOrder("a/b", "c");
        assertThat(archive.read("a/b", 100)).hasValue("one".getBytes());
        assertThat(archive.read(Set.of("c", "nowhere"), 100)).containsOnlyKeys("c");
    }

    @Test
    void longNamesAreWhole() throws IOException {
        String name = "usr/" + "x".repeat(200) + "/file";
        assertThat(archive(Packed.tar(Map.of(name, "long"))).read(name, 100)).hasValue("long".getBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escaped", "/escaped", "a/../../escaped"})
    void aNameThatLeadsOutIsOnlyAName(String name) throws IOException {
        assertThat(archive(Packed.tar(Map.of(name, "out"))).read(name, 100)).isPresent();
        assertThat(folder.getParent().resolve("escaped")).doesNotExist();
        assertThat(Path.of("/escaped")).doesNotExist();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry link = new TarArchiveEntry("passwords", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        assertThat(archive(bytes.toByteArray()).files()).isEmpty();
    }

    @Test
    void aMemberLargerThanWantedIsRefused() throws IOException {
        TarArchive archive = archive(Packed.tar(Map.of("big", "x".repeat(101))));
        assertThatExceptionOfType(MalformedArchive.class)
                .isThrownBy(() -> archive.read("big", 100))
                .withMessage("'big' in a.tar has 101 bytes, more than 100");
    }

    @Test
    void aMemberThatIsCutOffIsRefused() throws IOException {
        TarArchive archive = archive(Arrays.copyOf(Packed.tar(Map.of("cut", "x".repeat(1000))), 700));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> archive.read("cut", 2000));
    }

    @Test
    void debrisIsNoArchive() throws IOException {
        byte[] debris = new byte[4096];
        Arrays.fill(debris, (byte) 0x77);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> archive(debris).files());
    }
}
