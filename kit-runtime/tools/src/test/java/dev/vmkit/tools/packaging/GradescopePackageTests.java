package dev.vmkit.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteReader;
import dev.vmkit.tools.starter.Starter;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A package is unpacked where nothing else is, and does there what Gradescope does with it. */
@Execution(ExecutionMode.CONCURRENT)
class GradescopePackageTests {
    private static final String SUITE = """
        kit: 1
        suite: lamp
        about: A switch for a lamp.
        part: { isa: mine }
        reference: ../right/mine
        due: 2026-11-30T23:59:00+01:00
        late: { each-day: 10 %, most-days: 3 }
        checks:
          loads a number: { points: 2, run: "LOAD #7", expect: { A: 7 } }
          adds like the reference: { points: 8, visibility: hidden, property: { instruction: ADD, cases: 20, seed: 7 } }
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aSuiteWhoseReferenceLiesElsewhere() throws IOException {
        Path suite = Files.createDirectories(folder.resolve("course/lab"));
        Files.writeString(suite.resolve("suite.yaml"), SUITE);
        Files.writeString(suite.resolve("notes.md"), "for teachers");
        mine(folder.resolve("course/right/mine"));
    }

    private static void mine(Path into) throws IOException {
        Starter.ISA.write(into, "mine");
    }

    private GradescopePackage of(Path home) throws IOException {
        Path file = folder.resolve("course/lab/suite.yaml");
        Diagnostics mistakes = new Diagnostics();
        Suite suite = SuiteReader.read(new SourceFile("suite.yaml", Files.readString(file)), file.getParent(), mistakes)
                .orElseThrow();
        mistakes.throwIfErrors();
        return new GradescopePackage(suite, file, home);
    }

    /** A kit that cannot run, and is quickly packed. */
    private Path emptyKit() throws IOException {
        Path home = folder.resolve("kit");
        Files.createDirectories(home.resolve("target/kit/lib"));
        Files.writeString(home.resolve("target/kit/lib/kit.jar"), "a jar");
        Files.writeString(home.resolve("kit"), "#!/bin/sh");
        return home;
    }

    @Test
    void it_grades_on_this_machine_as_it_would_there() throws Exception {
        of(Staged.in(folder.resolve("kit")).home()).write(folder.resolve("autograder.zip"));
        Path root = folder.resolve("autograder");
        unpack(folder.resolve("autograder.zip"), root.resolve("source"));
        // An empty cache of classes says that there is none: making one takes seconds, and changes nothing.
        Files.createFile(root.resolve("source/kit/target/kit/kit.aot"));
        mine(root.resolve("submission"));
        Files.writeString(root.resolve("submission_metadata.json"), "{\"created_at\": \"2026-12-01T10:00:00+01:00\"}");

        assertThat(run(root, "setup.sh")).isZero();
        assertThat(run(root, "run_autograder")).isZero();
        assertThat(root.resolve("results/results.json"))
                .content()
                .contains("\"score\": 9", "loads a number", "\"visibility\": \"hidden\"", "1 day late");

        Files.writeString(root.resolve("source/suite/right/mine/mine.yaml"), "isa: broken");
        assertThat(run(root, "run_autograder")).isZero();
        assertThat(root.resolve("results/results.json"))
                .content()
                .contains("The grader itself failed, which is not your fault", "\"max_score\": 10");
    }

    private static int run(Path root, String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", root.resolve("source").resolve(script).toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(script + ".log").toFile());
        builder.environment().put("AUTOGRADER", root.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor();
    }

    @Test
    void what_the_suite_names_elsewhere_is_found_by_the_same_path() throws IOException {
        of(emptyKit()).write(folder.resolve("autograder.zip"));
        Path unpacked = folder.resolve("unpacked");
        unpack(folder.resolve("autograder.zip"), unpacked);
        assertThat(unpacked.resolve("suite/lab/notes.md")).exists();
        assertThat(unpacked.resolve("suite/lab/../right/mine/mine.yaml")).exists();
        assertThat(unpacked.resolve("run_autograder")).content().contains("suite/lab/suite.yaml");
        assertThat(unpacked.resolve("suite/right/unrelated")).doesNotExist();
    }

    @Test
    void equal_suites_and_kits_make_equal_packages() throws Exception {
        GradescopePackage made = of(emptyKit());
        made.write(folder.resolve("one.zip"));
        Thread.sleep(2100); // a ZIP tells times by two seconds
        made.write(folder.resolve("two.zip"));
        assertThat(folder.resolve("two.zip")).hasSameBinaryContentAs(folder.resolve("one.zip"));
    }

    @Test
    void a_kit_that_was_not_built_cannot_be_packaged() throws IOException {
        assertThatThrownBy(() -> of(folder.resolve("nowhere")).write(folder.resolve("x.zip")))
                .hasMessageContaining("only a kit that was built can be packaged");
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip);
                Stream<Path> all = Files.walk(files.getPath("/"))) {
            List<Path> plain = all.filter(Files::isRegularFile).toList();
            for (Path from : plain) {
                Path to = into.resolve(from.toString().substring(1));
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
    }
}
