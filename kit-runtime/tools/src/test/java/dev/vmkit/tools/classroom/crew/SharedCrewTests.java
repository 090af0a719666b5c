package dev.vmkit.tools.classroom.crew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.classroom.store.Database;
import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.classroom.store.LocalPostgres;
import dev.vmkit.tools.classroom.store.Recorded;
import dev.vmkit.tools.classroom.store.VerdictStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several processes stand for several hosts; they share a PostgreSQL that is started for this test. */
class SharedCrewTests {
    private static final int CLASS = 40;
    private static final String MILLIS = "120";
    private static final String SLOW = "2000";

    private static LocalPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static VerdictStore open(String grading) {
        return VerdictStore.open(Database.postgres(postgres.url()), grading);
    }

    @Test
    void three_processes_share_a_class_and_one_is_killed_and_nothing_is_lost_or_graded_twice() throws Exception {
        Process two = start("two", SLOW);
        try (VerdictStore store = open(Slowly.GRADING)) {
            awaitVerdict(store, two, Set.of("two"));
            Process one = start("one", MILLIS);
            Process three = start("three", MILLIS);
            awaitVerdict(store, two, Set.of("one", "three"));
            two.destroyForcibly();
            List<Recorded> before = store.all();
            assertThat(before).hasSizeLessThan(CLASS);

            assertThat(one.waitFor()).isZero();
            assertThat(three.waitFor()).isZero();

            assertThat(store.graded()).containsExactlyInAnyOrderElementsOf(Slowly.entries(CLASS));
            assertThat(store.all()).containsAll(before);
            Set<Entry> again = Slowly.entries(CLASS).stream()
                    .filter(entry -> store.attempts(entry) > 1)
                    .collect(Collectors.toSet());
            assertThat(again)
                    .as("only what the killed one had in its hands is begun again")
                    .hasSizeLessThanOrEqualTo(Slowly.THREADS)
                    .allSatisfy(entry ->
                            assertThat(store.find(entry).orElseThrow().worker()).isNotEqualTo("two"));
            assertThat(store.all().stream().map(Recorded::worker))
                    .contains("two")
                    .containsAnyOf("one", "three");
        }
    }

    private static Process start(String worker, String millis) throws Exception {
        return Slowly.start(worker, postgres.url(), Integer.toString(CLASS), millis);
    }

    /** Until one of them has given a verdict; the slow one has some in its hands all the time. */
    private static void awaitVerdict(VerdictStore store, Process slow, Set<String> workers) throws Exception {
        while (store.all().stream().map(Recorded::worker).noneMatch(workers::contains)) {
            assertThat(slow.isAlive()).isTrue();
            Thread.sleep(20);
        }
    }

    @Test
    void one_that_comes_late_finds_all_done() throws Exception {
        try (VerdictStore store = open("fedcba9876543210fedc")) {
            new SharedCrew(new Worker("early", store, verdicts()), 2, Duration.ofSeconds(1))
                    .grade(Slowly.entries(5), left -> {});
            List<Recorded> before = store.all();
            new SharedCrew(new Worker("late", store, verdicts()), 2, Duration.ofSeconds(1))
                    .grade(Slowly.entries(7), left -> {});
            assertThat(store.all()).hasSize(7).containsAll(before);
            assertThat(Slowly.entries(7))
                    .allSatisfy(entry -> assertThat(store.attempts(entry)).isOne());
        }
    }

    @Test
    void a_store_in_postgresql_keeps_the_first_verdict_too() {
        Entry entry = Slowly.entries(1).getFirst();
        try (VerdictStore first = open("00000000000000000000");
                VerdictStore second = open("00000000000000000000")) {
            assertThat(first.begin(entry, "a")).isEqualTo(1);
            assertThat(second.begin(entry, "b")).isEqualTo(2);
            assertThat(second.record(new Recorded(entry, "first", 1, "b"))).isTrue();
            assertThat(first.record(new Recorded(entry, "second", 1, "a"))).isFalse();
            assertThat(first.find(entry).orElseThrow().verdict()).isEqualTo("first");
        }
    }

    private static Grading verdicts() {
        return new Grading() {
            @Override
            public String grade(Entry entry) {
                return "verdict on " + entry.name();
            }

            @Override
            public String ungradable(Entry entry, String why) {
                return why;
            }
        };
    }
}
