package dev.vmkit.tools.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come whole and right, once, or not at all. */
class DownloadsTests {
    @TempDir
    private Path folder;

    private FileServer server;
    private Downloads downloads;
    private final byte[] content = new byte[100_000];

    @BeforeEach
    void start() throws IOException {
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31 >> 3);
        }
        server = new FileServer();
        server.put("file", content);
        downloads = new Downloads(folder, new Web(Proxy.NO_PROXY), Progress.NONE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Expected expected(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Expected(content.length, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path part() {
        return folder.resolve(expected(content).sha256() + ".part");
    }

    private Path fetch() throws IOException {
        return downloads.fetch("file", server.address("file"), expected(content));
    }

    @Test
    void aFileIsFetchedOnce() throws IOException {
        assertThat(fetch()).hasBinaryContent(content);
        assertThat(fetch()).hasBinaryContent(content);
        assertThat(server.asked()).containsExactly("file");
    }

    @Test
    void aFileThatWasChangedHereIsFetchedAgain() throws IOException {
        Files.write(fetch(), new byte[] {1});
        assertThat(fetch()).hasBinaryContent(content);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void anInterruptedDownloadGoesOnWhereItEnded() throws IOException {
        server.cutAfter(40_000);
        assertThat(fetch()).hasBinaryContent(content);
        assertThat(server.asked()).containsExactly("file", "file from 40000", "file from 80000");
    }

    @Test
    void aDownloadThatNeverEndsIsGivenUpAndGoesOnTheNextTime() throws IOException {
        server.cutAfter(10_000);
        assertThatExceptionOfType(FetchFailure.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("came incompletely 4 times");
        server.cutAfter(Integer.MAX_VALUE);
        assertThat(fetch()).hasBinaryContent(content);
        assertThat(server.asked()).last().isEqualTo("file from 40000");
    }

    @Test
    void aServerThatKnowsNoPartsBeginsAnew() throws IOException {
        Files.write(part(), Arrays.copyOf(content, 1000));
        server.ranges(false);
        assertThat(fetch()).hasBinaryContent(content);
    }

    @Test
    void aPartOfAnotherFileIsNotBuiltUpon() throws IOException {
        Files.write(part(), new byte[50_000]);
        assertThat(fetch()).hasBinaryContent(content);
        assertThat(server.asked()).containsExactly("file from 50000", "file");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99_999, 100_001})
    void aFileOfAnotherSizeIsRefused(int size) {
        server.put("file", Arrays.copyOf(content, size));
        assertThatExceptionOfType(WrongContent.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("but 100,000 were announced");
    }

    @Test
    void anotherFileOfThisSizeIsRefused() {
        server.put("file", new byte[content.length]);
        assertThatExceptionOfType(WrongContent.class)
                .isThrownBy(this::fetch)
                .withMessageContaining(
                        "has the SHA-256 digest", expected(content).sha256());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotThereIsMissing() {
        server.remove("file");
        assertThatExceptionOfType(Missing.class)
                .isThrownBy(this::fetch)
                .withMessage("the server answers 404 for " + server.address("file"));
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> downloads.small(URI.create("http://127.0.0.1:" + port + "/x"), 10))
                .withMessageContaining("127.0.0.1:" + port + " cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "jar:file:/x!/y"})
    void onlyHttpIsSpoken(String address) {
        assertThatExceptionOfType(FetchFailure.class)
                .isThrownBy(() -> downloads.small(URI.create(address), 10))
                .withMessageContaining("does not start with http");
    }

    @Test
    void aSmallFileIsBounded() throws IOException {
        assertThat(downloads.small(server.address("file"), content.length)).isEqualTo(content);
        assertThatExceptionOfType(WrongContent.class)
                .isThrownBy(() -> downloads.small(server.address("file"), content.length - 1));
    }

    @Test
    void clearingDeletesWhatWasDownloadedAndNothingElse() throws IOException {
        fetch();
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Downloads.clear(folder);
        assertThat(folder.toFile().list()).containsExactly("mine.txt");
    }
}
