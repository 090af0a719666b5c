package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code kit}, with a Java machine that only says how it was started. */
@DisplayName("The launcher")
class LauncherTests {
    private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String JAVA = """
        #!/bin/sh
        for argument; do
            case $argument in
                -XX:AOTCacheOutput=*) echo made >"${argument#*=}" ;;
            esac
        done
        echo "$@"
        """;

    @TempDir
    private Path folder;

    private Path staged;

    @BeforeEach
    void builtKit() throws IOException {
        staged = folder.resolve("target/kit");
        Files.createDirectories(staged.resolve("lib"));
        Files.createFile(staged.resolve("built"));
        Files.createFile(staged.resolve("lib/kit-tools.jar"));
        Files.copy(Console.REPOSITORY.resolve("kit"), folder.resolve("kit"));
        Path java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.writeString(java, JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String started() throws IOException, InterruptedException {
        return started(Map.of());
    }

    private String started(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", folder.resolve("kit").toString(), "list");
        builder.redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", folder.resolve("jdk").toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return said;
    }

    @Test
    void makes_a_cache_of_what_it_starts_and_uses_it() throws IOException, InterruptedException {
        assertThat(started()).contains("-XX:AOTCache=" + staged.resolve("kit.aot"), "dev.vmkit.tools.cli.Kit list");
        assertThat(staged.resolve("kit.aot")).hasContent("made");
    }

    @Test
    void tells_the_compilers_what_they_are_for() throws IOException, InterruptedException {
        Path directives = staged.resolve("compilers.json");
        assertThat(started()).contains("-XX:CompilerDirectivesFile=" + directives, "-XX:-DisplayVMOutput");
        assertThat(directives).content().contains("dev/vmkit/machine/translate");
    }

    @Test
    void tells_them_so_that_they_understand() throws IOException, InterruptedException {
        started();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:CompilerDirectivesFile=" + staged.resolve("compilers.json"),
                        "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes());
        assertThat(jvm.waitFor()).as(said).isZero();
        assertThat(said).contains("2 compiler directives added").doesNotContain("error");
    }

    /** A folder stands for it: root may read all files. */
    @Test
    void does_without_directives_that_it_may_not_read() throws IOException, InterruptedException {
        Files.createDirectories(staged.resolve("compilers.json"));
        assertThat(started()).doesNotContain("CompilerDirectivesFile").contains("dev.vmkit.tools.cli.Kit list");
    }

    @Test
    void lets_the_jvm_speak_to_those_who_give_it_options() throws IOException, InterruptedException {
        assertThat(started(Map.of("VMKIT_JAVA_OPTS", "-Xmx100t")))
                .contains("-XX:+DisplayVMOutputToStderr", "-Xmx100t")
                .doesNotContain("-XX:-DisplayVMOutput");
    }

    @Test
    void lets_the_jvm_say_that_its_addresses_are_limited() throws IOException, InterruptedException {
        Path launcher = folder.resolve("kit");
        Files.writeString(launcher, "ulimit -v 4000000\n" + Files.readString(launcher));
        assertThat(started()).contains("-XX:+DisplayVMOutputToStderr").doesNotContain("-XX:-DisplayVMOutput");
    }

    @Test
    void makes_a_stale_cache_anew() throws IOException, InterruptedException {
        Files.writeString(staged.resolve("kit.aot"), "old");
        Files.setLastModifiedTime(staged.resolve("kit.aot"), BEFORE);
        started();
        assertThat(staged.resolve("kit.aot")).hasContent("made");
    }

    /** A folder that is not empty stands for it: root may remove all files. */
    @Test
    void does_without_a_stale_cache_that_it_may_not_remove() throws IOException, InterruptedException {
        Files.createDirectories(staged.resolve("kit.aot/old"));
        Files.setLastModifiedTime(staged.resolve("kit.aot"), BEFORE);
        assertThat(started()).doesNotContain("AOTCache").contains("dev.vmkit.tools.cli.Kit list");
    }
}
