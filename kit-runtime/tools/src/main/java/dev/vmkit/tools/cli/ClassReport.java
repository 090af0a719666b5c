package dev.vmkit.tools.cli;

import dev.vmkit.tools.classroom.similarity.Likeness;
import dev.vmkit.tools.classroom.statistics.CheckStatistics;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a class did, on a screen. */
record ClassReport(Screen screen) {
    private static final int MOST_PAIRS = 10;

    void show(ClassResults results, List<Likeness> alike, long seconds) {
        screen.line(screen.bold(results.suite()) + ": "
                + String.format(
                        Locale.ROOT,
                        "%,d submissions, mean %.2f and median %.2f of %s points, graded in %,d s",
                        results.all().size(),
                        results.mean(),
                        results.median(),
                        results.most(),
                        seconds));
        screen.print(Table.text(rows(results.checks())));
        int unanswered = results.unanswered().size();
        if (unanswered > 0) {
            screen.line(screen.yellow(
                    unanswered + " gave no answer to one check or more; look at them before grades go out"));
        }
        alike.stream()
                .limit(MOST_PAIRS)
                .forEach(pair -> screen.line("alike by %d %%: %s and %s"
                        .formatted(Math.round(100 * pair.share()), pair.one(), pair.other())));
    }

    private static List<List<String>> rows(List<CheckStatistics> checks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("passed", "mean", "check", "most common failure"));
        for (CheckStatistics one : checks) {
            rows.add(List.of(
                    percent(one.passRate()),
                    percent(one.meanShare()),
                    one.check().name(),
                    one.failures().stream()
                            .findFirst()
                            .map(common -> common.count() + " x "
                                    + common.example().lines().findFirst().orElse(common.key()))
                            .orElse("")));
        }
        return rows;
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
