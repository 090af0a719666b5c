package dev.vmkit.tools.classroom;

import dev.vmkit.tools.classroom.export.ClassPage;
import dev.vmkit.tools.classroom.export.Feedback;
import dev.vmkit.tools.classroom.export.GradesCsv;
import dev.vmkit.tools.classroom.similarity.Likeness;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.grade.report.Audience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All files that a graded class leaves in its folder. */
public final class ClassOutput {
    public static final String PAGE = "class.html";

    private ClassOutput() {}

    /**
     * Writes them; those of an earlier run are replaced.
     *
     * @param audience for whom the pages for students are
     */
    public static void write(ClassResults results, List<Likeness> alike, Audience audience, Path into)
            throws IOException {
        Files.writeString(into.resolve(PAGE), ClassPage.write(results, alike));
        Files.writeString(into.resolve("grades.csv"), GradesCsv.table(results));
        Files.writeString(into.resolve("moodle.csv"), GradesCsv.moodle(results));
        Files.writeString(into.resolve("canvas.csv"), GradesCsv.canvas(results, results.suite()));
        Feedback.write(results, audience, into);
    }
}
