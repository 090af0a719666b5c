package dev.vmkit.tools.classroom.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.Golden;
import dev.vmkit.tools.classroom.similarity.Likeness;
import dev.vmkit.tools.classroom.similarity.Lines;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.classroom.statistics.Graded;
import dev.vmkit.tools.grade.report.Audience;
import dev.vmkit.tools.grade.report.Samples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPageTests {
    private static final ClassResults RESULTS = new ClassResults(
            "lc3-add",
            List.of(new Graded("ada", Samples.mixed(), 900), new Graded("<b>bob</b> & co", Samples.mixed(), 800)));
    private static final List<Likeness> ALIKE = List.of(new Likeness(
            "ada",
            "<b>bob</b> & co",
            0.91,
            40,
            List.of(new Likeness.Passage(new Lines("lc3.yaml", 10, 30), new Lines("mine.yaml", 14, 34)))));

    @Test
    void the_page_is_as_it_was_approved() {
        Golden.check("grade/class.html", ClassPage.write(RESULTS, ALIKE));
    }

    @Test
    void names_are_no_markup() {
        assertThat(ClassPage.write(RESULTS, ALIKE)).doesNotContain("<b>bob").contains("&lt;b&gt;bob");
    }

    @Test
    void each_student_has_a_page_that_the_class_page_links_to(@TempDir Path folder) throws Exception {
        ClassResults results = new ClassResults("lc3-add", List.of(new Graded("Ada L_1", Samples.mixed(), 9)));
        Feedback.write(results, Audience.AFTER_PUBLISHED, folder);
        assertThat(folder.resolve("feedback/Ada L_1/report.html"))
                .content()
                .contains("2.25 of 11 points")
                .doesNotContain("SECRET");
        assertThat(ClassPage.write(results, List.of())).contains("href=\"feedback/Ada%20L_1/report.html\"");
    }

    @Test
    void an_empty_class_has_a_page() {
        assertThat(ClassPage.write(new ClassResults("lc3-add", List.of()), List.of()))
                .contains("0 submissions");
    }
}
