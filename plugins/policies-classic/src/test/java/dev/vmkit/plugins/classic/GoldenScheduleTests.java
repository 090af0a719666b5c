package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.layers.gantt.TextChart;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.JobMetrics;
import dev.vmkit.layers.simulate.Metrics;
import dev.vmkit.layers.simulate.Pause;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.testkit.policy.PolicyTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures that textbooks and papers give, reproduced. Those of OSTEP were checked with its own simulators. */
class GoldenScheduleTests {
    private static final long ENDLESS = 1_000_000;

    @Test
    void roundRobinOfThreeEqualJobsRespondsAtOnceAndTurnsAroundLate() {
        History history = run(new RoundRobin(), Map.of("slice", 1L), jobs(5, 5, 5));

        assertThat(responses(history)).containsExactly(0L, 1L, 2L);
        assertThat(turnarounds(history)).containsExactly(13L, 14L, 15L);
        assertThat(TextChart.of(history, 60)).isEqualTo("""
                  0         10
              j1  #..#..#..#..#
              j2  .#..#..#..#..#
              j3  ..#..#..#..#..#
            """);
    }

    @Test
    void firstComeFirstServedLetsShortJobsWaitForLongOnes() {
        assertThat(turnarounds(run(new FirstCome(), Map.of(), jobs(100, 10, 10))))
                .containsExactly(100L, 110L, 120L);
    }

    @Test
    void shortestJobFirstHasTheLeastMeanTurnaround() {
        History history = run(new ShortestJob(), Map.of("preemptive", 0L), jobs(200, 100, 300));

        assertThat(turnarounds(history)).containsExactly(300L, 100L, 600L); // 333.33 in the mean
    }

    @Test
    void shortestRemainingTimeMakesRoomForAShorterJob() {
        Workload workload = Workload.of("late", List.of(job(1, 0, 100), job(2, 10, 10)));

        assertThat(turnarounds(run(new ShortestJob(), Map.of("preemptive", 1L), workload)))
                .containsExactly(110L, 10L);
        assertThat(turnarounds(run(new ShortestJob(), Map.of("preemptive", 0L), workload)))
                .containsExactly(100L, 100L);
    }

    @Test
    void aFeedbackQueueServesAShortJobAsIfItKnewItWereShort() {
        Workload workload = Workload.of("late", List.of(job(1, 0, 180), job(2, 100, 20)));

        assertThat(turnarounds(run(new FeedbackQueues(), feedback(1, 0), workload)))
                .containsExactly(200L, 20L);
    }

    @Test
    void aFeedbackQueueWithBoostAgreesWithOstepsSimulator() {
        Workload workload = Workload.of(
                "mixed",
                List.of(
                        job(1, 0, 175),
                        job(2, 50, 25).pausing(1, new Pause.Wait(5)),
                        job(3, 60, 30).pausing(3, new Pause.Wait(5))));

        assertThat(turnarounds(run(new FeedbackQueues(), feedback(2, 100), workload)))
                .containsExactly(230L, 173L, 96L);
    }

    @Test
    void ctssLoadsAProgramOfThirtyQuantaFiveTimesAndRoundRobinThirty() {
        Workload two = jobs(30, 30);

        assertThat(stints(run(new Ctss(), ctss(), two), 1)).containsExactly(1L, 2L, 4L, 8L, 15L);
        assertThat(stints(run(new RoundRobin(), Map.of("slice", 1L), two), 1)).hasSize(30);
    }

    @Test
    void ctssPutsLargeProgramsAtALevelWhereSwappingPays() {
        Workload two = Workload.of(
                "sizes",
                List.of(job(1, 0, 30), job(2, 0, 30).as(job(2, 0, 30).task().withSize(4096 * 7))));

        assertThat(stints(run(new Ctss(), ctss(), two), 2)).startsWith(8L); // log2(7 + 1) = 3: 2^3 quanta
    }

    @Test
    void ctssLetsAProgramThatAnsweredItsUserInterrupt() {
        Workload two =
                Workload.of("answers", List.of(job(1, 0, 60), job(2, 0, 3).pausing(1, new Pause.Wait(9))));
        History history = run(new Ctss(), ctss(), two);

        assertThat(Metrics.of(history).jobs().get(1).latency()).isLessThanOrEqualTo(1);
    }

    @Test
    void strideSharesEightQuantaAsTwoToOneToFive() {
        List<Job> jobs = List.of(weighted(1, 100), weighted(2, 50), weighted(3, 250));
        History history =
                run(new Stride(), Map.of("slice", 1L), Workload.of("abc", jobs).until(80));

        for (long start = 0; start < 80; start += 8) {
            assertThat(List.of(got(history, 1, start), got(history, 2, start), got(history, 3, start)))
                    .containsExactly(2L, 1L, 5L);
        }
    }

    @Test
    void strideIsNeverMoreThanAQuantumAwayForAnyPair() {
        int[] weights = {3, 2, 1, 7};
        List<Job> jobs =
                Stream.of(1, 2, 3, 4).map(id -> weighted(id, weights[id - 1])).toList();
        History history = run(
                new Stride(), Map.of("slice", 1L), Workload.of("pairs", jobs).until(2_000));

        for (int a = 1; a <= 4; a++) {
            for (int b = a + 1; b <= 4; b++) {
                long gotA = Metrics.got(history, a, 0, 2_000);
                long gotB = Metrics.got(history, b, 0, 2_000);
                double due = (gotA + gotB) * (double) weights[a - 1] / (weights[a - 1] + weights[b - 1]);
                assertThat(Math.abs(gotA - due)).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void theLotteryDrawsTheSameForTheSameSeed() {
        List<Job> jobs = List.of(weighted(1, 3), weighted(2, 1));
        History history = run(
                new Lottery(), Map.of("slice", 1L), Workload.of("draws", jobs).until(20));

        assertThat(history.picks().subList(0, 20))
                .extracting(History.Pick::task)
                .containsExactly(1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2);
    }

    @Test
    void theLotterysSharesAreWithinFourDeviations() {
        List<Job> jobs = List.of(weighted(1, 3), weighted(2, 1));
        History history = run(
                new Lottery(), Map.of("slice", 1L), Workload.of("draws", jobs).until(10_000));
        double deviation = Math.sqrt(10_000 * 0.75 * 0.25);

        assertThat(Math.abs(Metrics.got(history, 1, 0, 10_000) - 7_500)).isLessThan((long) (4 * deviation));
    }

    @Test
    void priorityInvertsUntilWaitingCounts() {
        Workload workload = Workload.of(
                "inversion",
                List.of(
                        job(1, 0, 500).as(job(1, 0, 500).task().withPriority(5)),
                        job(2, 0, 10).as(job(2, 0, 10).task().withPriority(1))));

        assertThat(turnarounds(run(new Priority(), Map.of("slice", 10L, "aging", 0L), workload)))
                .containsExactly(500L, 510L);
        assertThat(turnarounds(run(new Priority(), Map.of("slice", 10L, "aging", 50L), workload)))
                .containsExactly(510L, 210L);
    }

    private static History run(SchedulerPolicy policy, Map<String, Long> values, Workload workload) {
        return PolicyTrial.run(policy, values, workload);
    }

    private static Map<String, Long> feedback(long growth, long boost) {
        return Map.of("levels", 3L, "quantum", 10L, "growth", growth, "allotment", 1L, "boost", boost, "forgiving", 0L);
    }

    private static Map<String, Long> ctss() {
        return Map.of("quantum", 1L, "words", 4096L, "levels", 9L, "promotion", 0L);
    }

    private static Workload jobs(long... lengths) {
        List<Job> jobs = new ArrayList<>();
        for (long length : lengths) {
            jobs.add(job(jobs.size() + 1, 0, length));
        }
        return Workload.of("jobs", jobs);
    }

    private static Job job(int id, long arrives, long length) {
        return Job.of(TaskInfo.of(id, "j" + id), arrives, length);
    }

    private static Job weighted(int id, int weight) {
        return Job.of(TaskInfo.of(id, "j" + id).withWeight(weight), 0, ENDLESS);
    }

    private static long got(History history, int task, long start) {
        return Metrics.got(history, task, start, start + 8);
    }

    private static List<Long> responses(History history) {
        return Metrics.of(history).jobs().stream()
                .map(job -> job.response().orElseThrow())
                .toList();
    }

    private static List<Long> turnarounds(History history) {
        return Metrics.of(history).jobs().stream()
                .map((JobMetrics job) -> job.turnaround().orElseThrow())
                .toList();
    }

    private static List<Long> stints(History history, int task) {
        return history.stints().stream()
                .filter(stint -> stint.task() == task)
                .map(History.Stint::time)
                .toList();
    }
}
