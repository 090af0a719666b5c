package dev.vmkit.tools.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.yaml.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Held against the fields that Gradescope's specification of autograders names, and their values. */
class GradescopeJsonTests {
    private static final Set<String> TOP = Set.of(
            "score",
            "execution_time",
            "output",
            "output_format",
            "test_output_format",
            "test_name_format",
            "visibility",
            "stdout_visibility",
            "extra_data",
            "tests",
            "leaderboard");
    private static final Set<String> TEST = Set.of(
            "score",
            "max_score",
            "status",
            "name",
            "name_format",
            "number",
            "output",
            "output_format",
            "tags",
            "visibility",
            "extra_data");
    private static final Set<String> FORMATS = Set.of("text", "html", "simple_format", "md", "ansi");
    private static final Set<String> VISIBILITIES = Set.of("hidden", "after_due_date", "after_published", "visible");

    private final Json.Members top = (Json.Members) GradescopeJson.of(Samples.mixed());

    private List<Json.Members> tests() {
        return ((Json.Array) get(top, "tests"))
                .items().stream().map(Json.Members.class::cast).toList();
    }

    @Test
    void only_fields_that_gradescope_knows_are_written() {
        assertThat(TOP).containsAll(top.members().keySet());
        assertThat(tests())
                .hasSize(7)
                .allSatisfy(test -> assertThat(TEST).containsAll(test.members().keySet()));
    }

    @Test
    void there_is_a_score_at_the_top_and_in_each_test() {
        assertThat(number(top, "score")).isEqualTo("2.25");
        assertThat(tests())
                .extracting(test -> number(test, "score"))
                .containsExactly("2", "0.5", "0", "0", "0", "0", "0");
        assertThat(tests())
                .extracting(test -> number(test, "max_score"))
                .containsExactly("2", "2", "2", "1", "2", "2", "0");
    }

    @Test
    void values_are_those_that_gradescope_knows() {
        assertThat(FORMATS)
                .contains(text(top, "output_format"), text(top, "test_output_format"), text(top, "test_name_format"));
        assertThat(VISIBILITIES).contains(text(top, "visibility"), text(top, "stdout_visibility"));
        assertThat(tests()).allSatisfy(test -> {
            assertThat(text(test, "status")).isIn("passed", "failed");
            assertThat(VISIBILITIES).contains(text(test, "visibility"));
            assertThat(FORMATS).contains(text(test, "output_format"), text(test, "name_format"));
            assertThat(text(test, "number")).matches("[0-9]+");
            assertThat(((Json.Array) get(test, "tags")).items()).allMatch(Json.Text.class::isInstance);
        });
    }

    @Test
    void each_check_keeps_its_visibility_and_what_all_see_tells_nothing_of_it() {
        assertThat(tests())
                .extracting(test -> text(test, "visibility"))
                .containsExactly("visible", "visible", "after_due_date", "visible", "visible", "hidden", "visible");
        assertThat(text(top, "output")).contains("1 day late").doesNotContain("SECRET", "does not know this");
        assertThat(get(top, "extra_data").write()).doesNotContain("SECRET");
    }

    @Test
    void what_failed_says_why() {
        assertThat(tests().stream().filter(test -> text(test, "status").equals("failed")))
                .hasSize(6)
                .allSatisfy(test -> assertThat(text(test, "output")).isNotBlank());
        assertThat(text(tests().get(1), "output")).contains("N = 0", "N = 1", "hint:", "--- replay.yaml");
    }

    private static Json get(Json.Members of, String name) {
        return of.get(name).orElseThrow();
    }

    private static String text(Json.Members of, String name) {
        return ((Json.Text) get(of, name)).value();
    }

    private static String number(Json.Members of, String name) {
        return ((Json.Number) get(of, name)).value().toPlainString();
    }
}
