package dev.vmkit.assembly.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Pause;
import dev.vmkit.layers.simulate.Workload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadReaderTests {
    private static final String HEAD = "kit: 1\nworkload: w\n";

    @Test
    void aFileDescribesJobsAndWhatTheyRunOn() {
        WorkloadFile file = read("""
            kit: 1
            workload: office
            about: A bit of everything.
            cpus: 2
            until: 500
            groups:
              staff: { weight: 200 }
              desk:  { weight: 50, in: staff, quota: 10, period: 40 }
            policies: [ round-robin, { policy: lottery, slice: 5, seed: 7 } ]
            jobs:
              batch: { runs: 100, weight: 3, priority: 2, size: 4096, cap: 50, known: false, sizes: { 10: 8192 }, weights: { 5: 7 } }
              disk:  { runs: 30, bursts: 5, waits: 12, arrives: 4, group: desk, on: [ 1 ] }
              sound: { runs: 40, bursts: 2, every: 10, deadline: 8 }
              pair:  { runs: 9, bursts: 3, meets: true, gang: twins, copies: 2 }
            """);
        List<Job> jobs = file.workload().jobs();

        assertThat(file.about()).isEqualTo("A bit of everything.");
        assertThat(file.policies())
                .extracting(choice -> choice.name().value())
                .containsExactly("round-robin", "lottery");
        assertThat(file.workload().withJobs(List.of()))
                .isEqualTo(new Workload(
                        "office",
                        2,
                        List.of(
                                new TaskInfo.Group(1, "staff", 0, 200, 0, 0),
                                new TaskInfo.Group(2, "desk", 1, 50, 10, 40)),
                        List.of(),
                        500));
        assertThat(jobs).extracting(Job::name).containsExactly("batch", "disk", "sound", "pair-1", "pair-2");
        assertThat(jobs.get(0))
                .isEqualTo(new Job(
                        TaskInfo.of(1, "batch")
                                .withWeight(3)
                                .withPriority(2)
                                .withSize(4096)
                                .withCap(50),
                        0,
                        100,
                        Long.MAX_VALUE,
                        Optional.empty(),
                        List.of(Job.Change.weight(5, 7), Job.Change.size(10, 8192))));
        assertThat(jobs.get(1))
                .isEqualTo(Job.of(TaskInfo.of(2, "disk").withGroup(2).withAffinity(2), 4, 30)
                        .pausing(5, new Pause.Wait(12)));
        assertThat(jobs.get(2).task().reservation()).contains(new TaskInfo.Reservation(2, 8, 10));
        assertThat(jobs.get(4).task().gang())
                .isEqualTo(jobs.get(3).task().gang())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { runs: 0 }                                     | K702 4:14
        { runs: 99999999999999999999 }                  | K702 4:14
        { rnus: 5 }                                     | K013 4:6
        { runs: 5, waits: 3 }                           | K703 4:3
        { runs: 5, bursts: 3 }                          | K703 4:17
        { runs: 5, bursts: 1, waits: 3, yields: true }  | K703 4:6
        { runs: 5, bursts: 1, meets: true }             | K703 4:28
        { runs: 5, budget: 9, deadline: 5 }             | K703 4:6
        { runs: 5, group: nobody }                      | K704 4:24
        """)
    void mistakesOfJobsAreFoundWhereTheyStand(String job, String expected) {
        assertThat(mistakes(HEAD + "jobs:\n  a: " + job)).first().asString().startsWith(expected + ": ");
    }

    @Test
    void aWorkloadWithoutJobsIsRefused() {
        assertThat(mistakes(HEAD + "jobs: {}"))
                .singleElement()
                .asString()
                .startsWith("K706 3:1: the workload has no jobs");
    }

    @Test
    void allMistakesOfAFileAreReported() {
        assertThat(mistakes("""
            kit: 1
            workload: w
            cpus: 2
            groups:
              a: { in: b }
              b: { quota: 5 }
            jobs:
              x: { runs: none }
              y: { runs: 5, on: [ 2 ] }
              z: { runs: 5, gropu: a }
            """))
                .extracting(text -> text.replaceAll(": .*", ""))
                .containsExactly("K704 5:12", "K704 6:8", "K016 8:14", "K017 9:23", "K014 10:17");
    }

    @Test
    void aFileOfALaterVersionIsRefused() {
        assertThat(mistakes("kit: 2\nworkload: w\njobs: { a: { runs: 5 } }"))
                .containsExactly("K701 1:1: this kit reads workload files of version 1, not of version 2");
    }

    @Test
    void aWorkloadHasNoMoreJobsThanCanBeSimulated() {
        assertThat(mistakes(HEAD + "jobs: { a: { runs: 5, copies: 600 }, b: { runs: 5, copies: 600 } }"))
                .containsExactly("K705 3:38: a workload has at most 1000 jobs");
    }

    private static WorkloadFile read(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<WorkloadFile> file = WorkloadReader.read(new SourceFile("w.yaml", yaml), diagnostics);
        assertThat(diagnostics.list()).isEmpty();
        return file.orElseThrow();
    }

    private static List<String> mistakes(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(WorkloadReader.read(new SourceFile("w.yaml", yaml), diagnostics))
                .isEmpty();
        return diagnostics.list().stream()
                .map(d -> d.problem().code() + " " + d.at().orElseThrow().line() + ":"
                        + d.at().orElseThrow().column() + ": " + d.message())
                .toList();
    }
}
