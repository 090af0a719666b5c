package dev.vmkit.testkit.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTests {
    @TempDir
    private Path temporary;

    /** Makes a folder, says where, and ends when it is told to. */
    static final class Other {
        public static void main(String[] arguments) throws IOException {
            try (ScratchFolder folder = ScratchFolder.make("left")) {
                Files.createDirectories(folder.path().resolve("deep/er"));
                System.out.println(folder.path());
                System.in.read();
            }
        }
    }

    /** Another process that has such a folder. */
    private record Neighbour(Process process, Path folder) {}

    private Neighbour neighbour() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new Neighbour(process, Path.of(said));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.toList();
        }
    }

    @Test
    void it_goes_with_all_that_is_in_it_and_no_link_is_followed() throws IOException {
        Path kept = Files.writeString(temporary.resolve("kept"), "x");
        ScratchFolder folder = ScratchFolder.make("some");
        try (folder) {
            Files.createSymbolicLink(folder.path().resolve("link"), temporary);
            Files.createDirectories(folder.path().resolve("a/b"));
            Files.setPosixFilePermissions(folder.path().resolve("a"), Set.of());
        }
        assertThat(folder.path()).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void names_in_it_are_the_same_from_run_to_run() throws IOException {
        try (ScratchFolder folder = ScratchFolder.make("some")) {
            assertThat(ScratchFolder.hidden("error in " + folder.path().resolve("src/a.asm") + ":1"))
                    .isEqualTo("error in src/a.asm:1");
        }
    }

    @Test
    void a_process_that_ends_leaves_nothing() throws Exception {
        Neighbour neighbour = neighbour();
        neighbour.process().getOutputStream().close();
        assertThat(neighbour.process().waitFor()).isZero();
        assertThat(left()).isEmpty();
    }

    @Test
    void what_a_killed_process_left_is_removed_by_the_next_and_what_a_living_one_has_is_not() throws Exception {
        Neighbour living = neighbour();
        Neighbour killed = neighbour();
        killed.process().destroyForcibly().waitFor();
        assertThat(killed.folder()).exists();
        Neighbour next = neighbour();
        assertThat(killed.folder().getParent()).doesNotExist();
        assertThat(living.folder()).exists();
        for (Neighbour one : List.of(living, next)) {
            one.process().getOutputStream().close();
            one.process().waitFor();
        }
        assertThat(left()).isEmpty();
    }
}
