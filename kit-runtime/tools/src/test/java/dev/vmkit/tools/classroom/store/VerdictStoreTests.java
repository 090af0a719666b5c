package dev.vmkit.tools.classroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store promises, in a file of SQLite's; SharedCrewTests holds it against PostgreSQL. */
class VerdictStoreTests {
    private static final Entry ADA = new Entry("ada", "d1");
    private static final Recorded VERDICT = new Recorded(ADA, "{\"points\": \"ä\\u0000\"}", 12, "w1");

    @TempDir
    private Path folder;

    private VerdictStore open(String grading) {
        return VerdictStore.open(Database.sqlite(folder.resolve("class.db")), grading);
    }

    @Test
    void a_verdict_is_there_when_the_store_is_opened_again() {
        try (VerdictStore store = open("g")) {
            assertThat(store.find(ADA)).isEmpty();
            assertThat(store.record(VERDICT)).isTrue();
        }
        try (VerdictStore store = open("g")) {
            assertThat(store.find(ADA)).contains(VERDICT);
            assertThat(store.graded()).containsExactly(ADA);
            assertThat(store.all()).containsExactly(VERDICT);
        }
    }

    @Test
    void the_first_verdict_stays() {
        try (VerdictStore store = open("g")) {
            store.record(VERDICT);
            assertThat(store.record(new Recorded(ADA, "another", 1, "w2"))).isFalse();
            assertThat(store.find(ADA)).contains(VERDICT);
        }
    }

    @Test
    void a_changed_submission_or_another_suite_has_no_verdict_yet() {
        try (VerdictStore store = open("g")) {
            store.record(VERDICT);
            assertThat(store.find(new Entry("ada", "d2"))).isEmpty();
        }
        try (VerdictStore store = open("another suite")) {
            assertThat(store.find(ADA)).isEmpty();
        }
    }

    @Test
    void attempts_are_counted() {
        try (VerdictStore store = open("g")) {
            assertThat(store.begin(ADA, "w1")).isEqualTo(1);
            assertThat(store.begin(ADA, "w2")).isEqualTo(2);
            assertThat(store.begin(new Entry("bob", "d1"), "w2")).isEqualTo(1);
            assertThat(store.attempts(ADA)).isEqualTo(2);
        }
    }

    @Test
    void one_process_uses_a_file_at_a_time() {
        try (VerdictStore store = open("g")) {
            assertThatThrownBy(() -> open("g")).isInstanceOf(StoreFailure.class).hasMessageContaining("another kit");
            assertThat(store.record(VERDICT)).isTrue();
        }
        open("g").close();
    }

    @Test
    void a_file_that_is_no_database_is_said_to_be_none() throws Exception {
        Files.writeString(folder.resolve("class.db"), "a diary, which must not be lost".repeat(50));
        assertThatThrownBy(() -> open("g")).isInstanceOf(StoreFailure.class).hasMessageContaining("class.db");
        assertThat(folder.resolve("class.db")).content().startsWith("a diary");
    }

    @Test
    void names_of_submissions_are_data() {
        Entry bobby = new Entry("Robert'); drop table vmkit_verdict; --", "d");
        try (VerdictStore store = open("g")) {
            store.begin(bobby, "w");
            store.record(new Recorded(bobby, "v", 0, "w"));
            assertThat(store.graded()).containsExactly(bobby);
        }
    }

    @Test
    void a_url_of_postgresql_is_understood_without_showing_its_password() {
        Database database = Database.postgres("postgresql://tutor:secret@db.example.edu:5433/grades");
        assertThat(database.name()).isEqualTo("postgresql://db.example.edu/grades");
        assertThat(database.isShared()).isTrue();
        assertThatThrownBy(() -> Database.postgres("postgresql://tutor:se cret@host"))
                .isInstanceOf(StoreFailure.class)
                .hasMessageNotContaining("cret");
    }
}
