package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What students and teachers see, for an instruction set that was just started: submissions run in processes of their own. */
@Execution(ExecutionMode.CONCURRENT)
class GradeCommandTests {
    private static final String SUITE = """
        kit: 1
        suite: first-isa
        about: Numbers are loaded and added.
        part: { isa: mine }
        due: 2026-11-30T23:59:00+01:00
        late: { each-day: 10 %, most-days: 3 }
        checks:
          loads a number:
            points: 2
            run: "LOAD #7"
            expect: { A: 7 }
          adds a number:
            points: 3
            given: { A: 2 }
            run: "ADD #3"
            expect: { A: 5 }
            hint: "ADD sets Z, too."
          subtracts a number:
            points: 5
            visibility: hidden
            given: { A: 9 }
            run: "SUB #3"
            expect: { A: 6 }
        """;

    @TempDir
    private Path folder;

    private String text = "";

    private int kit(String... arguments) {
        Shown shown = Shown.of(folder, folder.resolve("none"), arguments);
        text = shown.text();
        return shown.exitCode();
    }

    @BeforeEach
    void aSuiteAndASolution() throws IOException {
        Files.writeString(folder.resolve("suite.yaml"), SUITE);
        assertThat(kit("new", "isa", "mine")).isEqualTo(ExitCode.SUCCESS);
    }

    /** A submission that is wrong in one place. */
    private void wrong(String name, String right, String wrong) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Files.copy(folder.resolve("mine/plugin.yaml"), own.resolve("plugin.yaml"));
        String definition = Files.readString(folder.resolve("mine/mine.yaml"));
        assertThat(definition).contains(right);
        Files.writeString(own.resolve("mine.yaml"), definition.replace(right, wrong));
    }

    @Test
    void what_is_right_gets_all_points() {
        assertThat(kit("grade", "suite.yaml", "mine")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text).contains("ok    loads a number", "ok    hidden check 3", "10 of 10 points; 3 checks passed");
    }

    @Test
    void what_is_wrong_says_why_and_where_to_see_it() throws IOException {
        wrong("theirs", "result(A + n)", "result(A - n)");
        assertThat(kit("grade", "suite.yaml", "theirs", "--replays", "failing")).isEqualTo(ExitCode.FAILURE);
        assertThat(text)
                .contains("FAIL  adds a number", "A should be 5", "hint: ADD sets Z, too.", "7 of 10 points")
                .doesNotContain("subtracts");
        assertThat(folder.resolve("failing/check-2/replay.yaml")).exists();
    }

    @Test
    void a_hidden_failure_shows_its_points_alone_and_the_teacher_sees_all() throws IOException {
        wrong("theirs", "result(A - n)", "result(A - n - 1)");
        kit("grade", "suite.yaml", "theirs", "--replays", "failing");
        assertThat(text).contains("FAIL  hidden check 3", "0 / 5").doesNotContain("subtracts", "A should be");
        assertThat(folder.resolve("failing")).doesNotExist();
        kit("grade", "suite.yaml", "theirs", "--for", "teacher");
        assertThat(text).contains("FAIL  subtracts a number", "A should be 6");
    }

    @Test
    void equal_submissions_give_equal_bytes_whatever_the_format() throws IOException {
        wrong("theirs", "result(A + n)", "result(A - n)");
        for (String format : new String[] {"gradescope", "junit", "json"}) {
            kit("grade", "suite.yaml", "theirs", "--format", format, "-o", "first");
            kit("grade", "suite.yaml", "theirs", "--format", format, "-o", "second");
            assertThat(folder.resolve("first")).hasSameBinaryContentAs(folder.resolve("second"));
        }
    }

    @Test
    void lateness_is_told_by_time_or_by_gradescopes_file() throws IOException {
        kit("grade", "suite.yaml", "mine", "--submitted", "2026-12-02T00:30:00+01:00");
        assertThat(text).contains("8 of 10 points, 10 before lateness: 2 days late, so 80 % count");
        Files.writeString(
                folder.resolve("metadata.json"), "{\"id\": 1, \"created_at\": \"2026-12-09T14:22:32.36-07:00\"}");
        kit("grade", "suite.yaml", "mine", "--submission-metadata", "metadata.json");
        assertThat(text).contains("0 of 10 points, 10 before lateness: 9 days late, which is too late");
    }

    @Test
    void code_is_refused_where_a_definition_is_asked_for() throws IOException {
        Files.writeString(folder.resolve("mine/Evil.java"), "class Evil {}");
        assertThat(kit("grade", "suite.yaml", "mine")).isEqualTo(ExitCode.FAILURE);
        assertThat(text).contains("'Evil.java' is code, and only definitions are asked for", "0 of 10 points");
    }

    @Test
    void code_in_an_archive_inside_is_refused_too() throws IOException {
        wrong("theirs", "result(A + n)", "result(A - n)");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("theirs/more.zip")))) {
            zip.putNextEntry(new ZipEntry("Evil.class"));
        }
        assertThat(kit("grade", "suite.yaml", "theirs", "--format", "json")).isEqualTo(ExitCode.FAILURE);
        assertThat(text).contains("'more.zip' is an archive", "\"points\": 0").doesNotContain("\"submission\": \"\"");
    }

    @Test
    void a_reference_that_is_wrong_is_the_teachers_mistake_and_not_a_verdict() throws IOException {
        wrong("reference", "result(A + n)", "result(A +");
        String property = "  agrees:\n    property: { instruction: ADD, cases: 5 }\n";
        Files.writeString(
                folder.resolve("suite.yaml"), SUITE.replace("checks:\n", "reference: reference\nchecks:\n" + property));
        assertThat(kit("grade", "suite.yaml", "mine")).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("error K").doesNotContain("points;");
        Files.createDirectory(folder.resolve("class"));
        wrong("class/ada", "a number from 0 to 255", "a byte");
        assertThat(kit("grade-class", "suite.yaml", "class")).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("error K").doesNotContain("graded 1 of 1");
        assertThat(folder.resolve("class-results/feedback")).doesNotExist();
    }

    @Test
    void what_code_does_that_a_part_has_no_use_for_is_remarked() throws IOException {
        Files.writeString(folder.resolve("suite.yaml"), SUITE.replace("isa: mine }", "isa: mine, java: true }"));
        Files.createDirectory(folder.resolve("mine/notes"));
        Files.writeString(folder.resolve("mine/notes/Evil.java"), "class Evil { { System.exit(0); } }");
        assertThat(kit("grade", "suite.yaml", "mine")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text).contains("  note  K971 notes/Evil.java:1:16: this ends the process");
        Files.createDirectory(folder.resolve("class"));
        Files.move(folder.resolve("mine"), folder.resolve("class/ada"));
        assertThat(kit("grade-class", "suite.yaml", "class")).isEqualTo(ExitCode.SUCCESS);
        assertThat(folder.resolve("class-results/feedback/ada/report.html"))
                .content()
                .contains("K971 notes/Evil.java:1:16: this ends the process");
    }

    @Test
    void results_lie_beside_a_class_and_never_in_it() throws IOException {
        wrong("term/class/ada", "a number from 0 to 255", "a byte");
        assertThat(kit("grade-class", "suite.yaml", "term/class/../class/.")).isEqualTo(ExitCode.SUCCESS);
        assertThat(folder.resolve("term/class-results/grades.csv")).exists();
        for (String inside : new String[] {"term/class", "term/class/results", "term/class/../class/r"}) {
            assertThat(kit("grade-class", "suite.yaml", "term/class", "--results", inside))
                    .isEqualTo(ExitCode.MISTAKE);
            assertThat(text).contains("--results: another folder than the class's");
        }
        assertThat(folder.resolve("term/class")).isDirectoryNotContaining("glob:**/r*");
    }

    @Test
    void times_of_nobody_are_told() throws IOException {
        wrong("class/ada", "a number from 0 to 255", "a byte");
        Files.writeString(
                folder.resolve("times.csv"), "ada,2026-12-02T00:30:00+01:00\nadda,2026-12-02T00:30:00+01:00\n");
        kit("grade-class", "suite.yaml", "class", "--times", "times.csv");
        assertThat(text).contains("in times.csv, but not in the class: adda\n");
    }

    @Test
    void options_that_would_say_nothing_are_refused() {
        assertThat(kit("grade", "--check-suite", "suite.yaml", "mine")).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("without a SUBMISSION");
        assertThat(kit("grade", "--check-suite", "suite.yaml", "-o", "verdict.txt"))
                .isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("--output says something of a verdict");
        assertThat(kit(
                        "grade",
                        "suite.yaml",
                        "mine",
                        "--submitted",
                        "2026-12-02T00:30:00+01:00",
                        "--submission-metadata",
                        "m.json"))
                .isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("not both");
        assertThat(kit("grade-class", "suite.yaml", "mine", "--database", "mysql://root@host/x"))
                .isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("--database: postgresql://user@host/name");
    }

    /** Before anything is graded: nothing is said of how the submission is held. */
    @Test
    void a_file_that_cannot_be_written_is_told_first() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        assertThat(kit("grade", "suite.yaml", "mine", "--sandbox", "none", "-o", "nowhere/verdict.txt"))
                .isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("'nowhere/verdict.txt' cannot be written").doesNotContain("held by");
        assertThat(kit("grade", "suite.yaml", "mine", "--sandbox", "none", "-o", "out"))
                .isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("'out' is a folder").doesNotContain("held by");
    }

    @Test
    void a_class_is_graded_once_and_leaves_pages_and_tables() throws IOException {
        wrong("class/bob", "result(A + n)", "result(A - n)");
        wrong("class/carl", "result(A - n)", "result(A - n - 1)");
        wrong("class/ada", "a number from 0 to 255", "a byte");
        Files.writeString(folder.resolve("class/notes.txt"), "");
        assertThat(kit("grade-class", "suite.yaml", "class/")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text)
                .contains(
                        "left alone: notes.txt",
                        "3 submissions, mean 7.33 and median 7.00 of 10 points",
                        "graded 3 of 3");
        Path results = folder.resolve("class-results");
        assertThat(results.resolve("grades.csv")).content().contains("ada,10,10,0,", "bob,7,10,0,", "carl,5,10,0,");
        assertThat(results.resolve("class.html")).content().contains("subtracts a number");
        assertThat(results.resolve("feedback/bob/report.html")).content().contains("A should be 5");
        assertThat(results.resolve("moodle.csv")).exists();
        assertThat(results.resolve("canvas.csv")).exists();

        assertThat(kit("grade-class", "suite.yaml", "class")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text).contains("3 of 3 have a verdict already").doesNotContain("graded 1 of");
    }

    @Test
    void mistakes_on_the_command_line_are_told() {
        assertThat(kit("grade", "suite.yaml", "nobody")).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("there is no submission 'nobody'");
        assertThat(kit("grade", "suite.yaml", "mine", "--submitted", "yesterday"))
                .isEqualTo(ExitCode.MISTAKE);
        assertThat(kit("grade-class", "suite.yaml", "nowhere")).isEqualTo(ExitCode.MISTAKE);
        assertThat(kit("grade-class", "suite.yaml", "mine", "--workers", "0")).isEqualTo(ExitCode.MISTAKE);
        assertThat(kit("grade-class", "suite.yaml", "mine", "--database", "postgresql://x@127.0.0.1:1/y"))
                .isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("the database postgresql://127.0.0.1/y: ");
    }
}
