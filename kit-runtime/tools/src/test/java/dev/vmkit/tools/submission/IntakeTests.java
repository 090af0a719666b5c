package dev.vmkit.tools.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.MistakeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come in as they are, whatever they come in; what leads elsewhere, or is too much, does not come in at all. */
class IntakeTests {
    private static final Map<String, String> PLUGIN =
            Map.of("plugin.yaml", "plugin: lamp", "parts/lamp.yaml", "device: lamp");

    @TempDir
    private Path given;

    @TempDir
    private Path elsewhere;

    private Path into = Path.of("");

    @BeforeEach
    void anEmptyFolder() throws IOException {
        into = Files.createDirectory(elsewhere.resolve("into"));
    }

    @Test
    void aFolderIsCopied() throws IOException {
        Submission taken = take(folder(PLUGIN));
        assertThat(files(into)).containsExactly("parts/lamp.yaml", "plugin.yaml");
        assertThat(taken.folder().resolve("parts/lamp.yaml")).hasContent("device: lamp");
    }

    @Test
    void aFolderAndItsArchiveHaveTheSameDigest() throws IOException {
        String ofFolder = take(folder(PLUGIN)).digest();
        into = Files.createDirectory(elsewhere.resolve("again"));
        assertThat(take(zip(PLUGIN)).digest()).isEqualTo(ofFolder).hasSize(64);
    }

    @Test
    void theOnlyFolderAroundThePluginIsTakenAway() throws IOException {
        take(zip(Map.of("hw1/plugin.yaml", "plugin: lamp", "hw1/lamp.yaml", "device: lamp", "__MACOSX/hw1/x", "junk")));
        assertThat(files(into)).containsExactly("lamp.yaml", "plugin.yaml");
    }

    @Test
    void aFolderAroundEverythingIsTakenAwayWhateverIsInIt() throws IOException {
        take(zip(Map.of("hw1/read.me", "x", "hw1/parts/lamp.yaml", "device: lamp")));
        assertThat(files(into)).containsExactly("parts/lamp.yaml", "read.me");
    }

    @Test
    void aFolderInWhichTheProgramBelongsIsKept() throws IOException {
        take(zip(Map.of("src/program.asm", "HALT")));
        assertThat(files(into)).containsExactly("src/program.asm");
    }

    @Test
    void whatAToolKeepsMayBeAnyNumberOfFiles() throws IOException {
        Path folder = folder(PLUGIN);
        Path objects = Files.createDirectories(folder.resolve(".git/objects"));
        for (int i = 0; i < 5_100; i++) {
            Files.createFile(objects.resolve("object" + i));
        }
        take(folder);
        assertThat(files(into)).containsExactly("parts/lamp.yaml", "plugin.yaml");
    }

    /** What is in them would be code and files that nobody has seen. */
    @ParameterizedTest
    @ValueSource(strings = {"more.zip", "lib/More.JAR"})
    void archivesInASubmissionAreRefused(String name) throws IOException {
        assertRefused(folder(Map.of("plugin.yaml", "plugin: lamp", name, "PK")), "'" + name + "' is an archive");
        assertRefused(zip(Map.of("plugin.yaml", "plugin: lamp", name, "PK")), "'" + name + "' is an archive");
    }

    @Test
    void whatToolsLeaveBehindIsLeftOut() throws IOException {
        Path folder = folder(PLUGIN);
        Files.createDirectories(folder.resolve(".git/objects"));
        Files.writeString(folder.resolve(".git/objects/secret"), "x");
        Files.createSymbolicLink(folder.resolve(".idea"), Path.of("/"));
        take(folder);
        assertThat(files(into)).containsExactly("parts/lamp.yaml", "plugin.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.yaml",
                "a/../../evil.yaml",
                "/etc/evil.yaml",
                "a\\..\\evil",
                "C:/evil",
                "a//b",
                "./a",
                "a\tb"
            })
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        assertRefused(zip(Map.of("plugin.yaml", "plugin: x", name, "evil")), "leads out of it");
        assertThat(files(elsewhere)).isEmpty();
    }

    @Test
    void linksInAnArchiveAreRefused() throws IOException {
        Path archive = zip(Map.of("plugin.yaml", "plugin: x", "link", "/etc/passwd"));
        byte[] bytes = Files.readAllBytes(archive);
        markAsLink(bytes, "link");
        Files.write(archive, bytes);
        assertRefused(archive, "'link' is a link, or no file at all");
    }

    @Test
    void linksInAFolderAreRefused() throws IOException {
        Path folder = folder(PLUGIN);
        Files.createSymbolicLink(folder.resolve("shadow"), Path.of("/etc/shadow"));
        assertRefused(folder, "'shadow' is a link, or no file at all");
    }

    @Test
    void pipesInAFolderAreRefusedAndNotWaitedFor() throws Exception {
        Path folder = folder(PLUGIN);
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertRefused(folder, "'pipe' is a link, or no file at all");
    }

    /** 1 GiB of zeros in 1 MiB. */
    @Test
    void aBombIsRefusedBeforeItTakesTheMemory() throws IOException {
        Path archive = given.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                zip.write(piece);
            }
        }
        assertThat(Files.size(archive)).isLessThan(2 << 20);
        assertRefused(archive, "more than 67,108,864 bytes in all");
        assertThat(files(into)).isEmpty();
    }

    @Test
    void aSparseFileIsRefused() throws IOException {
        Path folder = folder(PLUGIN);
        try (var file = new java.io.RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertRefused(folder, "more than 67,108,864 bytes in all");
    }

    @Test
    void moreFilesThanAPartHasAreRefused() throws IOException {
        Path archive = given.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < 2_001; i++) {
                zip.putNextEntry(new ZipEntry("file" + i));
            }
        }
        assertRefused(archive, "more than 2,000 files");
    }

    @Test
    void filesThatAreOneOnOtherSystemsAreRefused() throws IOException {
        assertRefused(zip(Map.of("lamp.yaml", "a", "LAMP.yaml", "b")), "two files are called");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        assertRefused(Files.writeString(given.resolve("damaged.zip"), "PK no zip"), "damaged.zip: ");
        assertRefused(Files.writeString(given.resolve("essay.pdf"), "x"), "a submission is a folder, a ZIP or a JAR");
        assertRefused(given.resolve("missing.zip"), "there is no such file");
    }

    @Test
    void anArchiveWithAnyByteChangedIsTakenOrRefused() throws IOException {
        byte[] whole = Files.readAllBytes(zip(PLUGIN));
        Path changed = given.resolve("changed.zip");
        for (int i = 0; i < whole.length; i++) {
            byte[] bytes = whole.clone();
            bytes[i] ^= 0x5A;
            Files.write(changed, bytes);
            takenOrRefused(changed, Files.createDirectory(elsewhere.resolve("into" + i)));
        }
    }

    private static void takenOrRefused(Path archive, Path into) throws IOException {
        try {
            Intake.take(archive, into, Set.of("plugin.yaml"));
            assertThat(files(into)).hasSizeLessThanOrEqualTo(2);
        } catch (MistakeException refused) {
            assertThat(refused.diagnostics()).hasSize(1);
        }
    }

    @Test
    void codeThatReachesFarIsRemarkedAt() throws IOException {
        Submission taken = take(folder(Map.of("plugin.yaml", "plugin: x", "src/Evil.java", """
            class Evil {
                Evil() {
                    System.exit(0);
                    new java.net.Socket();
                }
            }
            """)));
        assertThat(taken.remarks())
                .extracting(Diagnostic::message)
                .containsExactly("this ends the process", "this opens connections");
        assertThat(taken.remarks().getFirst().at().orElseThrow().line()).isEqualTo(3);
    }

    private Submission take(Path submission) throws IOException {
        return Intake.take(submission, into, Set.of("plugin.yaml", "src/program.asm"));
    }

    private void assertRefused(Path submission, String why) {
        assertThatThrownBy(() -> take(submission))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        refused -> assertThat(refused.diagnostics())
                                .singleElement()
                                .satisfies(d -> assertThat(d.problem()).isEqualTo(SubmissionProblem.REFUSED))
                                .satisfies(d -> assertThat(d.message()).contains(why)));
    }

    private Path folder(Map<String, String> contents) throws IOException {
        Path folder = Files.createDirectory(given.resolve("folder"));
        for (Map.Entry<String, String> file : contents.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    private Path zip(Map<String, String> contents) throws IOException {
        Path archive = given.resolve("submission.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            List<String> names = new ArrayList<>(contents.keySet());
            for (String name : names) {
                byte[] content = contents.get(name).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                CRC32 crc = new CRC32();
                crc.update(content);
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        }
        return archive;
    }

    /** Sets "made on Unix" and the mode of a link in the directory's entry of that name (APPNOTE.TXT, 4.3.12). */
    private static void markAsLink(byte[] zip, String name) {
        for (int at = 0; at < zip.length - 46; at++) {
            boolean entry = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2;
            if (entry && new String(zip, at + 46, zip[at + 28], java.nio.charset.StandardCharsets.UTF_8).equals(name)) {
                zip[at + 5] = 3;
                zip[at + 40] = (byte) 0xFF;
                zip[at + 41] = (byte) 0xA1;
            }
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
