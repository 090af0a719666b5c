package dev.vmkit.tools.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.submission.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollTests {
    @TempDir
    private Path folder;

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Roll roll() throws IOException {
        return Roll.of(folder, Map.of());
    }

    @Test
    void folders_and_archives_are_submissions_and_the_rest_is_named() throws IOException {
        file("ada/plugin.yaml", "plugin: a");
        file("bob.zip", "PK");
        file("carl.JAR", "PK");
        file("notes.txt", "call dora");
        file(".git/config", "hidden");
        assertThat(roll().entries()).extracting(Entry::name).containsExactly("ada", "bob", "carl");
        assertThat(roll().ignored()).containsExactly("notes.txt");
    }

    @Test
    void two_of_a_name_stay_apart() throws IOException {
        file("ada/plugin.yaml", "plugin: a");
        file("ada.zip", "PK");
        assertThat(roll().entries()).extracting(Entry::name).containsExactly("ada", "ada.zip");
    }

    @Test
    void an_archive_alone_in_a_platforms_folder_is_the_submission() throws IOException {
        file("Ada Lovelace_4711_assignsubmission_file_/mine.zip", "PK");
        file("bob/mine.zip", "PK");
        file("bob/readme.txt", "two files");
        assertThat(roll().handIns())
                .extracting(handIn -> folder.relativize(handIn.path()).toString())
                .containsExactly("Ada Lovelace_4711_assignsubmission_file_/mine.zip", "bob");
    }

    @Test
    void what_is_changed_is_another_entry() throws IOException {
        file("ada/plugin.yaml", "plugin: a");
        Entry before = roll().entries().getFirst();
        assertThat(roll().entries()).containsExactly(before);
        file("ada/plugin.yaml", "plugin: b");
        Entry changed = roll().entries().getFirst();
        file("ada/more.yaml", "");
        assertThat(roll().entries().getFirst()).isNotIn(before, changed);
        assertThat(changed).isNotEqualTo(before);
    }

    @Test
    void when_it_was_handed_in_matters_too() throws IOException {
        file("ada/plugin.yaml", "plugin: a");
        Roll late = Roll.of(folder, Map.of("ada", Instant.parse("2026-11-26T18:00:00Z")));
        assertThat(late.handIns().getFirst().submitted()).contains(Instant.parse("2026-11-26T18:00:00Z"));
        assertThat(late.entries()).isNotEqualTo(roll().entries());
    }

    /** A path longer than the system takes can be made of two, and not be read. */
    @Test
    void one_that_cannot_be_read_is_on_the_roll_and_stops_nobody() throws Exception {
        file("ada/plugin.yaml", "plugin: a");
        file("eve/plugin.yaml", "plugin: e");
        String deep = ("d".repeat(200) + "/").repeat(15);
        shell("mkdir -p eve/%1$s more/%1$s && mv more eve/%1$s".formatted(deep));
        try {
            assertThat(roll().entries()).extracting(Entry::name).containsExactly("ada", "eve");
            assertThatThrownBy(() -> Intake.take(folder.resolve("eve"), folder.resolve("into"), Set.of()))
                    .hasMessageStartingWith("eve: ");
        } finally {
            shell("rm -rf eve");
        }
    }

    private void shell(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void what_tools_keep_beside_it_makes_no_other_entry() throws IOException {
        file("ada/plugin.yaml", "plugin: a");
        Entry before = roll().entries().getFirst();
        file("ada/.git/index", "x");
        assertThat(roll().entries()).containsExactly(before);
    }

    /** 1 TiB of nothing is not read; it is refused anyway. */
    @Test
    void a_sparse_file_takes_no_time() throws IOException {
        file("ada/plugin.yaml", "plugin: a");
        try (var file = new java.io.RandomAccessFile(folder.resolve("ada/huge").toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertThat(roll().entries()).hasSize(1);
    }

    @Test
    void links_lead_nowhere() throws IOException {
        file("ada/plugin.yaml", "plugin: a");
        Files.createSymbolicLink(folder.resolve("eve"), Path.of("/etc"));
        Files.createSymbolicLink(folder.resolve("ada/secrets"), Path.of("/etc"));
        assertThat(roll().entries()).extracting(Entry::name).containsExactly("ada");
        assertThat(roll().ignored()).containsExactly("eve");
    }

    @Test
    void times_are_read_line_by_line() throws IOException {
        assertThat(Times.read(
                        "t.csv", "# export\nada,2026-11-26T18:00:00+01:00\n\nLovelace, Ada,2026-11-26T18:00:00Z\n"))
                .isEqualTo(Map.of(
                        "ada", Instant.parse("2026-11-26T17:00:00Z"),
                        "Lovelace, Ada", Instant.parse("2026-11-26T18:00:00Z")));
        assertThatThrownBy(() -> Times.read("t.csv", "ada,2026-11-26T18:00:00Z\nbob,yesterday\n"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("t.csv:2: ");
    }
}
