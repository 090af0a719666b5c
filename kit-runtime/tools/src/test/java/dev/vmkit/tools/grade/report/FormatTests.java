package dev.vmkit.tools.grade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.tools.Golden;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTests {
    @ParameterizedTest
    @EnumSource(Format.class)
    void a_report_for_a_teacher_is_as_it_was_approved(Format format) {
        Golden.check("grade/" + name(format), format.write(Samples.mixed(), Audience.TEACHER, Ink.NONE));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_report_for_a_student_says_nothing_of_hidden_checks_but_their_points(Format format) {
        if (format == Format.GRADESCOPE) {
            return; // it keeps secrets itself: GradescopeJsonTests
        }
        String report = format.write(Samples.mixed(), Audience.STUDENT, Ink.NONE);
        assertThat(report)
                .doesNotContain("SECRET", "does not know this", "agrees with the reference", "secret", "tag-6", "tag-3")
                .contains("adds two registers");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void equal_verdicts_give_equal_bytes(Format format) {
        assertThat(format.write(Samples.mixed(), Audience.STUDENT, Ink.NONE))
                .isEqualTo(format.write(Samples.mixed(), Audience.STUDENT, Ink.NONE));
    }

    @Test
    void each_audience_sees_what_those_before_it_see_and_more() {
        assertThat(text(Audience.STUDENT)).contains("hidden check 3", "hidden check 6");
        assertThat(text(Audience.AFTER_DUE_DATE)).contains("agrees with the reference", "hidden check 6");
        assertThat(text(Audience.AFTER_PUBLISHED)).contains("hidden check 6");
        assertThat(text(Audience.TEACHER)).contains("THE SECRET CASE").doesNotContain("hidden check");
    }

    @Test
    void nobody_loses_or_gets_points_by_looking() {
        for (Audience audience : Audience.values()) {
            Verdict seen = audience.seen(Samples.mixed());
            assertThat(seen.points()).isEqualTo(Samples.mixed().points());
            assertThat(seen.most()).isEqualTo(Samples.mixed().most());
        }
    }

    /** Points say nothing of it: of a check without points, they are all there are. */
    @Test
    void how_a_hidden_check_ended_is_told_as_it_was() {
        for (Status status : Status.values()) {
            Verdict seen = Audience.STUDENT.seen(Samples.hidden(status));
            assertThat(seen.checks().getFirst().status()).isEqualTo(status);
        }
    }

    @Test
    void json_is_read_as_it_was_written() {
        for (Verdict verdict : new Verdict[] {Samples.mixed(), Samples.perfect()}) {
            assertThat(VerdictJson.read(VerdictJson.of(verdict).write())).isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void what_is_no_verdict_is_refused(Audience any) {
        String written = VerdictJson.of(any.seen(Samples.mixed())).write();
        assertThatThrownBy(() -> VerdictJson.read(written.replace("\"seed\"", "\"seeds\"")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerdictJson.read(written.replace("\"seed\":7", "\"seed\":\"7\"")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerdictJson.read(written.substring(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TEXT", "JUNIT", "MARKDOWN", "HTML"})
    void what_a_part_writes_commands_no_terminal(Format format) {
        assertThat(format.write(Samples.mixed(), Audience.TEACHER, Ink.NONE)).doesNotContain("\u001b", "\u0000");
    }

    @Test
    void html_holds_no_markup_of_a_part() {
        assertThat(Format.HTML.write(Samples.mixed(), Audience.TEACHER, Ink.NONE))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    private static String text(Audience audience) {
        return Format.TEXT.write(Samples.mixed(), audience, Ink.NONE);
    }

    private static String name(Format format) {
        return switch (format) {
            case TEXT -> "verdict.txt";
            case JUNIT -> "junit.xml";
            case MARKDOWN -> "verdict.md";
            case HTML -> "verdict.html";
            case GRADESCOPE, JSON -> format.name().toLowerCase(Locale.ROOT) + ".json";
        };
    }
}
