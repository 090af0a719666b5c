package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workloads under a policy that was just started with {@code kit new policy}. */
class ScheduleCommandTests {
    @TempDir
    private Path folder;

    private String text = "";

    private int kit(String line) {
        Shown shown = Shown.of(folder, folder, line.split(" "));
        text = shown.text();
        return shown.exitCode();
    }

    @BeforeEach
    void aPolicyAndAWorkload() throws IOException {
        assertThat(kit("new policy mine")).isEqualTo(ExitCode.SUCCESS);
        Files.writeString(folder.resolve("jobs.yaml"), """
            kit: 1
            workload: jobs
            policies: [ mine ]
            jobs:
              a: { runs: 8 }
              b: { runs: 4, arrives: 2 }
            """);
    }

    @Test
    void a_chart_and_metrics_are_shown() {
        assertThat(kit("schedule -p mine jobs.yaml --policy mine,slice=4 --width 60"))
                .isEqualTo(ExitCode.SUCCESS);
        assertThat(text).isEqualTo("""
            mine,slice=4 on jobs
                 0         10
              a  ####....####
              b    ..####

              job   turnaround  response  waited  latency  ran  loads  lag
              a     12          0         4       0        8    2      1
              b     6           2         2       2        4    1      1
              mean  9           1         3       1        6    1.50   1

            # runs (the processor's number if there are several)   * spins   . waits   - pauses
            """);
    }

    @Test
    void the_workload_may_name_its_policies() {
        assertThat(kit("schedule -p mine jobs.yaml --stints")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text).startsWith("mine on jobs\n  0 cpu0 a 8\n  8 cpu0 b 4\n\n");
    }

    @Test
    void policies_are_compared_side_by_side() {
        assertThat(kit("schedule -p mine jobs.yaml --policy mine,slice=1 --policy mine,slice=8"))
                .isEqualTo(ExitCode.SUCCESS);
        assertThat(text)
                .contains("Side by side\n                   mine,slice=1  mine,slice=8\n")
                .containsPattern("switches +8 +1\n")
                .containsPattern("Jain's index +[01][.][0-9]{4} +[01][.][0-9]{4}\n");
    }

    @Test
    void a_program_reads_json() {
        assertThat(kit("schedule -p mine jobs.yaml --json")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text)
                .contains("\"policy\": \"mine\"", "\"ending\": \"done\"", "\"switches\": 1", "\"turnaround\": 10");
    }

    @Test
    void charts_are_drawn_into_files() throws IOException {
        assertThat(kit("schedule -p mine jobs.yaml --svg chart.svg --png chart.png"))
                .isEqualTo(ExitCode.SUCCESS);
        assertThat(folder.resolve("chart.svg")).content().startsWith("<svg ");
        assertThat(Files.readAllBytes(folder.resolve("chart.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_policy_that_fails_is_named() throws IOException {
        Path source = folder.resolve("mine/src/Mine.java");
        Files.writeString(source, Files.readString(source).replace("findFirst(), slice", "findFirst(), 0"));

        assertThat(kit("schedule -p mine jobs.yaml")).isEqualTo(ExitCode.PLUGIN);
        assertThat(text).contains("kit: policy mine, at time 0: it gave a slice of 0; a slice is at least 1");
    }

    @Test
    void mistakes_are_located() throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), "kit: 1\nworkload: w\njobs: { a: { runs: 0 } }\n");

        assertThat(kit("schedule -p mine wrong.yaml --policy mine")).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("error K702", "--> wrong.yaml:3:");
        assertThat(kit("schedule -p mine jobs.yaml --policy mien")).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("error K104: no scheduler policy called 'mien'", "did you mean 'mine'?");
        Files.writeString(folder.resolve("none.yaml"), "kit: 1\nworkload: w\njobs: { a: { runs: 1 } }\n");
        assertThat(kit("schedule -p mine none.yaml")).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains("which policy?");
    }

    @Test
    void workloads_are_checked_like_other_files() {
        assertThat(kit("check -p mine jobs.yaml")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text).contains("a workload");
    }
}
