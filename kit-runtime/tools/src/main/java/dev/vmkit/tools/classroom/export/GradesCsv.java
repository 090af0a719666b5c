package dev.vmkit.tools.classroom.export;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.classroom.statistics.Graded;
import dev.vmkit.tools.grade.report.Audience;
import dev.vmkit.tools.grade.report.Summary;
import java.util.ArrayList;
import java.util.List;

/** A class's points as platforms take them. */
public final class GradesCsv {
    private GradesCsv() {}

    /**
     * Moodle's grading worksheet of an assignment ("Upload grading worksheet"). Moodle finds people by {@code Identifier}, and asks
     * for the columns {@code Grade} and {@code Last modified (grade)}; comments go to "Feedback comments".
     */
    public static String moodle(ClassResults results) {
        Csv csv = new Csv()
                .row(List.of(
                        "Identifier",
                        "Full name",
                        "Grade",
                        "Maximum grade",
                        "Last modified (grade)",
                        "Feedback comments"));
        for (Graded one : results.all()) {
            PlatformName name = PlatformName.of(one.name());
            csv.row(List.of(
                    name.id().map(id -> "Participant " + id).orElse(name.person()),
                    name.person(),
                    points(one),
                    results.most(),
                    "-",
                    comment(one)));
        }
        return csv.toString();
    }

    /**
     * Canvas's gradebook ("Import"). Canvas finds people by {@code ID}; the second row holds what can be had.
     *
     * @param assignment the column's heading: the assignment's name, and its number in brackets if it exists already
     */
    public static String canvas(ClassResults results, String assignment) {
        Csv csv = new Csv()
                .row(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment))
                .row(List.of("    Points Possible", "", "", "", "", results.most()));
        for (Graded one : results.all()) {
            PlatformName name = PlatformName.of(one.name());
            csv.row(List.of(name.person(), name.id().orElse(""), "", "", "", points(one)));
        }
        return csv.toString();
    }

    /** For spreadsheets: a row for each submission, a column for each check. */
    public static String table(ClassResults results) {
        Csv csv = new Csv();
        List<String> heading = new ArrayList<>(List.of("submission", "points", "most", "late days", "seconds"));
        if (!results.all().isEmpty()) {
            results.all().getFirst().verdict().checks().stream()
                    .map(CheckResult::name)
                    .forEach(heading::add);
        }
        csv.row(heading);
        for (Graded one : results.all()) {
            Verdict verdict = one.verdict();
            List<String> cells = new ArrayList<>(List.of(
                    one.name(),
                    points(one),
                    results.most(),
                    Integer.toString(verdict.late().days()),
                    "%d.%03d".formatted(one.millis() / 1000, one.millis() % 1000)));
            verdict.checks().forEach(check -> cells.add(check.points().toString()));
            csv.row(cells);
        }
        return csv.toString();
    }

    private static String points(Graded one) {
        return one.verdict().points().toString();
    }

    /** Students read it as soon as grades are out. */
    private static String comment(Graded one) {
        Verdict seen = Audience.AFTER_PUBLISHED.seen(one.verdict());
        return Summary.points(seen) + "; " + Summary.counts(seen);
    }
}
