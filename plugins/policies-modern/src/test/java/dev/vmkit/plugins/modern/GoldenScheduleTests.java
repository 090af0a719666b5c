package dev.vmkit.plugins.modern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskInfo.Reservation;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.JobMetrics;
import dev.vmkit.layers.simulate.Metrics;
import dev.vmkit.layers.simulate.Pause;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.testkit.policy.PolicyTrial;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the papers and manuals of these policies say of them. */
class GoldenScheduleTests {
    private static final long ENDLESS = 1_000_000;

    @Test
    void creditGivesTwiceTheWeightTwiceTheTime() {
        Workload workload = endless(weighted(1, 512), weighted(2, 256)).until(3_000);
        History history = run(new Credit(), credit(), workload);

        assertThat(got(history, 1)).isBetween(1_970L, 2_030L);
    }

    @Test
    void creditKeepsACapEvenIfTheProcessorIdles() {
        History history = run(
                new Credit(),
                credit(),
                endless(TaskInfo.of(1, "capped").withCap(50)).until(3_000));

        assertThat(got(history, 1)).isEqualTo(1_500);
    }

    @Test
    void creditLetsAMachineThatWaitedForItsDiskRunFirst() {
        Job hog = Job.of(TaskInfo.of(1, "hog"), 0, ENDLESS);
        Job other = Job.of(TaskInfo.of(2, "other"), 0, ENDLESS);
        Job disk = Job.of(TaskInfo.of(3, "disk"), 0, ENDLESS).pausing(1, new Pause.Wait(20));
        History history = run(
                new Credit(),
                credit(),
                Workload.of("disk", List.of(hog, other, disk)).until(3_000));
        long wakes = history.times(3, History.What.WOKE).size();

        assertThat(wakes).isGreaterThan(130); // 3,000 / 21 if it never waits at all
    }

    /** Xen's first credit scheduler debited by ticks of 10 ms, so that who slept at each of them ran for nothing. */
    @ParameterizedTest
    @ValueSource(longs = {9, 19, 29})
    void creditIsNotFooledByWhoSleepsWhenTheClockTicks(long burst) {
        Job hog = Job.of(TaskInfo.of(1, "hog"), 0, ENDLESS);
        Job dodger = Job.of(TaskInfo.of(2, "tick-dodger"), 0, ENDLESS).pausing(burst, new Pause.Wait(1));
        History history = run(
                new Credit(),
                credit(),
                Workload.of("dodger", List.of(hog, dodger)).until(6_000));

        assertThat(got(history, 2)).isLessThan(3_300);
    }

    @Test
    void eevdfIsNeverFartherFromTheIdealThanARequest() {
        TaskInfo[] tasks =
                IntStream.rangeClosed(1, 5).mapToObj(id -> weighted(id, id)).toArray(TaskInfo[]::new);
        History history =
                run(new EarliestEligible(), Map.of("slice", 10L), endless(tasks).until(6_000));

        assertThat(Metrics.of(history).jobs()).extracting(JobMetrics::lag).allMatch(lag -> lag <= 10);
    }

    @Test
    void cfsSharesByWeight() {
        History history = run(
                new CompletelyFair(),
                Map.of("latency", 24L, "granularity", 3L),
                endless(weighted(1, 1024), weighted(2, 335)).until(13_590));

        assertThat(got(history, 1)).isBetween(10_200L, 10_280L); // 1024 / 1359 of it, which is five nice levels
    }

    @Test
    void edfMissesNothingAtFullUtilisation() {
        Workload workload = Workload.of(
                        "full", List.of(periodic(1, 2, 2, 5), periodic(2, 4, 4, 10), periodic(3, 4, 4, 20)))
                .until(2_000);

        assertThat(missed(run(new EarliestDeadline(), Map.of("slice", 10L), workload)))
                .containsExactly(0L, 0L, 0L);
    }

    @Test
    void edfThrottlesWhoTakesMoreThanItReserved() {
        Workload workload = Workload.of(
                        "greedy", List.of(periodic(1, 9, 3, 10), periodic(2, 5, 5, 10), periodic(3, 4, 4, 20)))
                .until(2_000);
        History history = run(new EarliestDeadline(), Map.of("slice", 10L), workload);

        assertThat(missed(history).get(0)).isPositive();
        assertThat(missed(history).subList(1, 3)).containsExactly(0L, 0L);
        assertThat(got(history, 1)).isEqualTo(600);
    }

    @Test
    void gangsSpinLessThanTasksThatTakeTurns() {
        List<Job> jobs = IntStream.rangeClosed(1, 4)
                .mapToObj(id -> Job.of(TaskInfo.of(id, "t" + id).withGang(1 + (id - 1) / 2), 0, 200)
                        .pausing(2, new Pause.Barrier()))
                .toList();
        Workload workload = new Workload("spin", 2, List.of(), jobs, 100_000);
        Workload lone = workload.withJobs(List.of(jobs.get(0), jobs.get(2), jobs.get(1), jobs.get(3)));

        assertThat(spun(run(new Gang(), Map.of("slice", 10L), lone))).isZero();
        assertThat(spun(run(new CompletelyFair(), Map.of("latency", 24L, "granularity", 3L), lone)))
                .isGreaterThan(200);
    }

    @Test
    void relaxedGangsKeepTogetherToWithinTheirSkew() {
        List<Job> jobs = IntStream.rangeClosed(1, 3)
                .mapToObj(id -> Job.of(TaskInfo.of(id, "t" + id).withGang(1), 0, ENDLESS))
                .toList();
        History history = run(
                new RelaxedGang(), Map.of("slice", 10L, "skew", 5L), new Workload("skew", 2, List.of(), jobs, 3_001));
        List<Long> ran = jobs.stream().map(job -> got(history, job.id())).toList();

        assertThat(ran.stream().mapToLong(r -> r).max().orElse(0)
                        - ran.stream().mapToLong(r -> r).min().orElse(0))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void groupsShareBeforeTheirMembers() {
        List<TaskInfo.Group> groups =
                List.of(new TaskInfo.Group(1, "lab", 0, 300, 0, 0), new TaskInfo.Group(2, "web", 0, 100, 0, 0));
        List<Job> jobs = IntStream.rangeClosed(1, 4)
                .mapToObj(id -> Job.of(TaskInfo.of(id, "t" + id).withGroup(id == 1 ? 1 : 2), 0, ENDLESS))
                .toList();
        History history = run(new GroupFair(), Map.of("slice", 10L), new Workload("groups", 1, groups, jobs, 12_000));

        assertThat(got(history, 1)).isBetween(8_980L, 9_020L);
        assertThat(got(history, 2)).isBetween(980L, 1_020L);
    }

    @Test
    void aGroupWithAQuotaIsThrottledWhenItIsUsedUp() {
        List<TaskInfo.Group> groups = List.of(new TaskInfo.Group(1, "half", 0, 100, 50, 100));
        Job job = Job.of(TaskInfo.of(1, "busy").withGroup(1), 0, ENDLESS);
        History history =
                run(new GroupFair(), Map.of("slice", 10L), new Workload("quota", 1, groups, List.of(job), 10_000));

        assertThat(got(history, 1)).isEqualTo(5_000);
    }

    private static History run(SchedulerPolicy policy, Map<String, Long> values, Workload workload) {
        return PolicyTrial.run(policy, values, workload);
    }

    private static Map<String, Long> credit() {
        return Map.of("slice", 10L, "period", 30L);
    }

    private static TaskInfo weighted(int id, int weight) {
        return TaskInfo.of(id, "t" + id).withWeight(weight);
    }

    private static Workload endless(TaskInfo... tasks) {
        return Workload.of(
                "endless",
                List.of(tasks).stream().map(task -> Job.of(task, 0, ENDLESS)).toList());
    }

    private static Job periodic(int id, long needs, long budget, long period) {
        TaskInfo task = TaskInfo.of(id, "t" + id).withReservation(new Reservation(budget, period, period));
        return Job.of(task, 0, needs * 10_000).pausing(needs, new Pause.NextPeriod(period));
    }

    private static long got(History history, int task) {
        return Metrics.got(history, task, 0, history.end());
    }

    private static List<Long> missed(History history) {
        return Metrics.of(history).jobs().stream().map(JobMetrics::missed).toList();
    }

    private static long spun(History history) {
        return Metrics.of(history).jobs().stream().mapToLong(JobMetrics::spun).sum();
    }
}
