package dev.vmkit.tools.classroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vmkit.testkit.judge.Cause;
import dev.vmkit.tools.grade.report.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassResultsTests {
    private static final Cause CODES = Samples.wrongCodes();
    private static final Cause OTHER = Cause.of("R0 is wrong", "R0");

    private static final ClassResults RESULTS = new ClassResults(
            "lc3-add",
            List.of(
                    new Graded("dora", Samples.of(10, CODES), 400),
                    new Graded("ada", Samples.of(0, CODES), 500),
                    new Graded("bob", Samples.of(4, OTHER), 600),
                    new Graded("carl", Samples.of(4, CODES), 700)));

    @Test
    void submissions_are_in_the_order_of_their_names() {
        assertThat(RESULTS.all()).extracting(Graded::name).containsExactly("ada", "bob", "carl", "dora");
    }

    @Test
    void points_are_spread_over_tenths() {
        assertThat(RESULTS.histogram()).containsExactly(1, 0, 0, 0, 2, 0, 0, 0, 0, 1);
        assertThat(RESULTS.mean()).isEqualTo(4.5);
        assertThat(RESULTS.median()).isEqualTo(4);
    }

    @Test
    void a_check_has_its_pass_rate_and_its_most_common_failures() {
        CheckStatistics check = RESULTS.checks().getFirst();
        assertThat(check.passRate()).isEqualTo(0.25);
        assertThat(check.meanShare()).isEqualTo(0.45);
        assertThat(check.failures())
                .containsExactly(
                        new CheckStatistics.Common("N, Z", CODES.rationale(), 2),
                        new CheckStatistics.Common("R0", "R0 is wrong", 1));
        assertThat(check.discrimination()).as("there is no other check").isEmpty();
    }

    @Test
    void those_without_an_answer_are_named() {
        ClassResults mixed = new ClassResults(
                "lc3-add", List.of(new Graded("eve", Samples.mixed(), 1), new Graded("fay", Samples.mixed(), 1)));
        assertThat(mixed.unanswered()).extracting(Graded::name).containsExactly("eve", "fay");
        assertThat(mixed.checks().get(4).unanswered()).isEqualTo(2);
        assertThat(mixed.checks().get(3).skipped()).isEqualTo(2);
    }

    @Test
    void an_empty_class_has_figures_too() {
        ClassResults nobody = new ClassResults("lc3-add", List.of());
        assertThat(nobody.mean()).isZero();
        assertThat(nobody.median()).isZero();
        assertThat(nobody.checks()).isEmpty();
    }

    @Test
    void the_correlation_is_pearsons() {
        assertThat(Correlation.of(new double[] {1, 2, 3}, new double[] {2, 4, 6})
                        .orElseThrow())
                .isEqualTo(1, within(1e-12));
        assertThat(Correlation.of(new double[] {1, 2, 3}, new double[] {3, 2, 1})
                        .orElseThrow())
                .isEqualTo(-1, within(1e-12));
        assertThat(Correlation.of(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 5})
                        .orElseThrow())
                .isEqualTo(0.8315, within(1e-4));
        assertThat(Correlation.of(new double[] {1, 1}, new double[] {1, 2})).isEmpty();
    }
}
