package dev.vmkit.layers.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskInfo.Reservation;
import dev.vmkit.layers.gantt.TextChart;
import dev.vmkit.layers.schedule.NoParameters;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.schedule.TakingTurns;
import dev.vmkit.layers.simulate.History.Ending;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Jobs under turns of 4, in which a larger priority takes a smaller one's place. */
class SimulatorTests {

    @Test
    void jobsTakeTurns() {
        assertThat(chart(Workload.of("two", List.of(job(1, 0, 6), job(2, 0, 6)))))
                .isEqualTo("""
                      j1  ####....##
                      j2  ....####..##
                    """);
    }

    @Test
    void whoseSliceEndsComesBeforeWhoArrivesAtThatMoment() {
        assertThat(chart(Workload.of("late", List.of(job(1, 0, 8), job(2, 4, 2)))))
                .isEqualTo("""
                      j1  ########
                      j2      ....##
                    """);
    }

    @Test
    void aJobThatWaitsLetsOthersRun() {
        Job disk = job(1, 0, 6).pausing(2, new Pause.Wait(3));

        assertThat(chart(Workload.of("disk", List.of(disk, job(2, 0, 6))))).isEqualTo("""
              j1  ##---.##---##
              j2  ..####..##
            """);
    }

    @Test
    void aPeriodicJobWaitsForItsPeriodAndOneThatIsLateDoesNot() {
        Job periodic = job(1, 0, 6).pausing(2, new Pause.NextPeriod(5));
        Job late = job(1, 0, 12).pausing(6, new Pause.NextPeriod(5));

        assertThat(chart(Workload.of("periodic", List.of(periodic)))).isEqualTo("  j1  ##---##---##\n");
        assertThat(chart(Workload.of("late", List.of(late)))).isEqualTo("  j1  ############\n");
    }

    @Test
    void aJobThatYieldsGivesTheRestOfItsSliceAway() {
        Job polite = job(1, 0, 3).pausing(1, new Pause.Yield());

        assertThat(chart(Workload.of("polite", List.of(polite, job(2, 0, 6))))).isEqualTo("""
              j1  #....#..#
              j2  .####.##
            """);
    }

    @Test
    void aGangSpinsUntilAllOfItHaveComeAsFar() {
        Job a = new Job(job(1, 0, 4).task().withGang(1), 0, 4, 2, Optional.of(new Pause.Barrier()), List.of());
        Job b = a.as(TaskInfo.of(2, "j2").withGang(1));

        assertThat(chart(Workload.of("spin", List.of(a, b)))).isEqualTo("""
              j1  ##**....##
              j2  ....####
            """);
    }

    @Test
    void nothingHappensAnyMoreWhenAGangSpinsForWhoNeverComes() {
        SchedulerPolicy forEver = new TakingTurns() {
            @Override
            protected Decision decide(int cpu, long now) {
                return run(waiting(cpu).findFirst(), Long.MAX_VALUE);
            }
        };
        Job a = new Job(job(1, 0, 4).task().withGang(1), 0, 4, 2, Optional.of(new Pause.Barrier()), List.of());
        Workload workload =
                Workload.of("spin", List.of(a, a.as(TaskInfo.of(2, "j2").withGang(1))));

        assertThat(Simulator.run(workload, forEver, setup(workload)).ending()).isEqualTo(Ending.STUCK);
    }

    @Test
    void severalProcessorsRunSeveralJobsEachWhereItMay() {
        Job pinned = job(3, 0, 4).as(TaskInfo.of(3, "j3").withAffinity(2));
        Workload workload =
                Workload.of("smp", List.of(job(1, 0, 6), job(2, 0, 6), pinned)).withCpus(2);

        assertThat(chart(workload)).isEqualTo("""
              j1  000000
              j2  1111..00
              j3  ....1111
            """);
    }

    @Test
    void anUrgentJobTakesAnothersPlaceAtOnce() {
        Job urgent = job(2, 1, 2).as(TaskInfo.of(2, "j2").withPriority(1));

        assertThat(chart(Workload.of("urgent", List.of(job(1, 0, 4), urgent)))).isEqualTo("""
              j1  #..###
              j2   ##
            """);
    }

    @Test
    void aRunStopsAtItsTime() {
        History history = run(Workload.of("long", List.of(job(1, 0, 1000))).until(10));

        assertThat(history.ending()).isEqualTo(Ending.TIME);
        assertThat(history.end()).isEqualTo(10);
        assertThat(history.stints()).containsExactly(new History.Stint(0, 1, 0, 10));
    }

    @Test
    void aRunStopsWhenThePolicyFails() {
        Workload workload = Workload.of("two", List.of(job(1, 0, 6)));
        SchedulerPolicy dreamer = new TakingTurns() {
            @Override
            protected Decision decide(int cpu, long now) {
                return new Decision.Run(7, 1);
            }
        };
        History history = Simulator.run(workload, dreamer, setup(workload));

        assertThat(history.ending()).isEqualTo(Ending.FAULT);
        assertThat(history.fault()).isPresent();
    }

    @Test
    void whatAPolicySaysIsWrittenDown() {
        Workload workload = Workload.of("one", List.of(job(1, 3, 6)));
        SchedulerPolicy talker = new TakingTurns() {
            @Override
            public void start(PolicyContext context) {
                context.note("here I am");
            }
        };

        assertThat(Simulator.run(workload, talker, setup(workload)).notes())
                .containsExactly(new History.Note(0, "here I am"));
    }

    @Test
    void metricsAddUpWhatHappened() {
        Job sized = job(1, 0, 6).as(job(1, 0, 6).task().withSize(100));
        JobMetrics first = Metrics.of(run(Workload.of("two", List.of(sized, job(2, 1, 6)))))
                .jobs()
                .getFirst();

        assertThat(first)
                .isEqualTo(
                        new JobMetrics("j1", OptionalLong.of(10), OptionalLong.of(0), 6, 0, 4, 0, 2, 200, 2, 0, 0, 0));
    }

    @Test
    void sizesCountAsTheyAreWhenAJobIsLoaded() {
        Job grows = new Job(
                job(1, 0, 8).task().withSize(10),
                0,
                8,
                Long.MAX_VALUE,
                Optional.empty(),
                List.of(Job.Change.size(2, 70)));

        assertThat(Metrics.of(run(Workload.of("grows", List.of(grows, job(2, 0, 4)))))
                        .jobs()
                        .getFirst()
                        .words())
                .isEqualTo(80);
    }

    @Test
    void deadlinesThatAreMissedAreCounted() {
        Job late = job(1, 0, 6).pausing(2, new Pause.NextPeriod(5));
        late = late.as(late.task().withReservation(new Reservation(2, 3, 5)));
        Metrics metrics = Metrics.of(run(Workload.of("late", List.of(job(2, 0, 4), late))));

        assertThat(metrics.jobs().get(1).missed()).isEqualTo(1);
        assertThat(metrics.jobs().get(1).tardiness()).isEqualTo(3);
    }

    @Test
    void jainsIndexIsOneForEqualSharesAndLessForOthers() {
        assertThat(Metrics.of(run(Workload.of("even", List.of(job(1, 0, 100), job(2, 0, 100)))
                                .until(80)))
                        .jain())
                .hasValue(10_000);
        Job heavy = job(2, 0, 100).as(TaskInfo.of(2, "j2").withWeight(3));
        assertThat(Metrics.of(run(Workload.of("odd", List.of(job(1, 0, 100), heavy))
                                .until(80)))
                        .jain())
                .hasValue(8_000);
    }

    @Test
    void aSavedRunGoesOnAlike() {
        Workload workload = Workload.of("disk", List.of(job(1, 0, 6).pausing(2, new Pause.Wait(3)), job(2, 0, 6)));
        Simulator first = new Simulator(workload, new TakingTurns(), setup(workload), new Recorder());
        first.step();
        first.step();
        Simulator second = new Simulator(workload, new TakingTurns(), setup(workload), new Recorder());
        second.load(first.save());
        while (!first.over()) {
            first.step();
            second.step();
            assertThat(second.save()).isEqualTo(first.save());
        }
        assertThat(second.over()).isTrue();
    }

    @Test
    void aStateOfAnotherWorkloadIsRefused() {
        Workload workload = Workload.of("one", List.of(job(1, 0, 6)));
        Simulator simulator = new Simulator(workload, new TakingTurns(), setup(workload), new Recorder());

        assertThatThrownBy(() -> simulator.load(StateTree.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String chart(Workload workload) {
        String chart = TextChart.of(run(workload), 60);
        return chart.substring(chart.indexOf('\n') + 1);
    }

    private static History run(Workload workload) {
        return Simulator.run(workload, new TakingTurns(), setup(workload));
    }

    private static PolicySetup setup(Workload workload) {
        return new PolicySetup("turns", workload.cpus(), new NoParameters(), 1);
    }

    private static Job job(int id, long arrives, long length) {
        return Job.of(TaskInfo.of(id, "j" + id), arrives, length);
    }
}
