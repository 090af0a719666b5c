package dev.vmkit.tools.classroom.export;

import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.classroom.statistics.Graded;
import dev.vmkit.tools.grade.report.Audience;
import dev.vmkit.tools.grade.report.Format;
import dev.vmkit.tools.grade.report.Ink;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with a page for each student, {@code feedback/NAME/report.html}: with names from Moodle, a ZIP of it is what "Upload
 * multiple feedback files in a zip" takes.
 */
public final class Feedback {
    private Feedback() {}

    /** Writes them into the folder {@code feedback} of another. */
    public static void write(ClassResults results, Audience audience, Path into) throws IOException {
        for (Graded one : results.all()) {
            Path folder = Files.createDirectories(into.resolve("feedback").resolve(one.name()));
            Files.writeString(folder.resolve("report.html"), Format.HTML.write(one.verdict(), audience, Ink.NONE));
        }
    }

    /** Where a page beside the folder finds a student's. */
    static String link(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "feedback/" + encoded + "/report.html";
    }
}
