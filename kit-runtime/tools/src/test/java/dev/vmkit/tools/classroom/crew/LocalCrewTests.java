package dev.vmkit.tools.classroom.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.tools.classroom.store.Database;
import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.classroom.store.Recorded;
import dev.vmkit.tools.classroom.store.VerdictStore;
import dev.vmkit.tools.submission.SubmissionProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCrewTests {
    private static final int CLASS = 24;

    @TempDir
    private Path folder;

    private VerdictStore open() {
        return VerdictStore.open(Database.sqlite(folder.resolve("class.db")), Slowly.GRADING);
    }

    @Test
    void a_class_is_graded_and_progress_is_told() throws Exception {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        try (VerdictStore store = open()) {
            new LocalCrew(new Worker("w", store, verdicts()), 2).grade(Slowly.entries(CLASS), told::add);
            assertThat(store.graded()).containsExactlyInAnyOrderElementsOf(Slowly.entries(CLASS));
        }
        assertThat(told).hasSize(CLASS + 1).contains(CLASS, 0);
    }

    @Test
    void a_class_whose_grading_was_killed_is_finished_without_repeating_or_losing_a_verdict() throws Exception {
        String file = folder.resolve("class.db").toString();
        Process process = Slowly.start("first", file, Integer.toString(CLASS), "150");
        while (gradedNow() < 6) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
        List<Recorded> before;
        try (VerdictStore store = open()) {
            before = store.all();
        }
        assertThat(before).hasSizeBetween(6, CLASS - 1);

        assertThat(Slowly.start("second", file, Integer.toString(CLASS), "1").waitFor())
                .isZero();

        try (VerdictStore store = open()) {
            assertThat(store.graded()).containsExactlyInAnyOrderElementsOf(Slowly.entries(CLASS));
            assertThat(store.all()).containsAll(before);
            assertThat(before)
                    .allSatisfy(kept -> assertThat(store.attempts(kept.entry())).isOne());
            assertThat(attempts(store).filter(n -> n > 1)).hasSizeLessThanOrEqualTo(Slowly.THREADS);
        }
    }

    /** Read from outside, as the process holds the store. */
    private int gradedNow() throws Exception {
        Path file = folder.resolve("class.db");
        if (!Files.exists(file)) {
            return 0;
        }
        try (var connection = Database.sqlite(file).source().getConnection();
                var statement = connection.createStatement();
                var tables =
                        statement.executeQuery("select count(*) from sqlite_master where name = 'vmkit_verdict'")) {
            if (!tables.next() || tables.getInt(1) == 0) {
                return 0;
            }
            try (var rows = statement.executeQuery("select count(*) from vmkit_verdict")) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    @Test
    void a_submission_that_fails_its_graders_again_and_again_is_left_with_a_verdict_that_says_so() throws Exception {
        try (VerdictStore store = open()) {
            Worker worker = new Worker("w", store, failing("student-001"));
            new LocalCrew(worker, 2).grade(Slowly.entries(3), left -> {});
            assertThat(store.find(Slowly.entries(3).get(1)).orElseThrow().verdict())
                    .isEqualTo("3 attempts to grade it failed: java.io.IOException: disk full");
            assertThat(store.graded()).hasSize(3);
        }
    }

    @Test
    void one_that_takes_all_memory_of_its_grader_ends_no_class() throws Exception {
        try (VerdictStore store = open()) {
            Worker worker = new Worker("w", store, failing("student-001", new OutOfMemoryError("Java heap space")));
            new LocalCrew(worker, 2).grade(Slowly.entries(3), left -> {});
            assertThat(store.find(Slowly.entries(3).get(1)).orElseThrow().verdict())
                    .isEqualTo("3 attempts to grade it failed: java.lang.OutOfMemoryError: Java heap space");
            assertThat(store.graded()).hasSize(3);
        }
    }

    @Test
    void a_mistake_of_the_suite_stops_the_class_and_nobody_gets_a_verdict_for_it() {
        try (VerdictStore store = open()) {
            MistakeException mistake = MistakeException.of(SubmissionProblem.REFUSED, "the reference is wrong", "");
            LocalCrew crew = new LocalCrew(new Worker("w", store, failing("student-000", mistake)), 1);
            assertThatThrownBy(() -> crew.grade(Slowly.entries(1), left -> {})).isSameAs(mistake);
            assertThat(store.graded()).isEmpty();
        }
    }

    @Test
    void a_submission_that_ended_three_graders_is_not_tried_a_fourth_time() {
        try (VerdictStore store = open()) {
            Entry entry = Slowly.entries(1).getFirst();
            for (int i = 0; i < Worker.MOST_ATTEMPTS; i++) {
                store.begin(entry, "killed " + i);
            }
            new Worker("w", store, verdicts()).work(entry);
            assertThat(store.find(entry).orElseThrow().verdict())
                    .isEqualTo("3 attempts to grade it failed: its graders were ended in the middle");
        }
    }

    private static Stream<Integer> attempts(VerdictStore store) {
        return Slowly.entries(CLASS).stream().map(store::attempts);
    }

    private static Grading verdicts() {
        return failing("nobody");
    }

    private static Grading failing(String name) {
        return failing(name, new java.io.IOException("disk full"));
    }

    private static Grading failing(String name, Throwable failure) {
        return new Grading() {
            @Override
            public String grade(Entry entry) throws Exception {
                if (entry.name().equals(name)) {
                    switch (failure) {
                        case Error error -> throw error;
                        default -> throw (Exception) failure;
                    }
                }
                return "verdict on " + entry.name();
            }

            @Override
            public String ungradable(Entry entry, String why) {
                return why;
            }
        };
    }
}
