package dev.vmkit.tools.classroom.export;

import dev.vmkit.language.card.Html;
import dev.vmkit.tools.classroom.statistics.CheckStatistics;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import java.util.List;
import java.util.Locale;

/** Pictures in a page, in SVG; each says in words what it shows, for readers of screens. */
record Plot(Html html) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 180;
    private static final int MARGIN = 24;
    private static final int LABEL = 280;
    private static final int ROW = 24;
    private static final int BAR = 16;

    /** How many got how much: a bar for each tenth of the points. */
    void histogram(ClassResults results) {
        List<Integer> bins = results.histogram();
        int most = Math.max(1, bins.stream().mapToInt(Integer::intValue).max().orElse(1));
        picture(WIDTH, HEIGHT + 2 * MARGIN, "How many submissions got how much, in tenths of the points: " + bins);
        double step = (double) WIDTH / bins.size();
        for (int i = 0; i < bins.size(); i++) {
            double height = (double) HEIGHT * bins.get(i) / most;
            double x = i * step;
            rectangle(x + 2, MARGIN + HEIGHT - height, step - 4, height, "bar");
            text(
                    x + step / 2,
                    MARGIN + HEIGHT - height - 6,
                    "middle",
                    bins.get(i) == 0 ? "" : bins.get(i).toString());
            text(x + step / 2, HEIGHT + 2 * MARGIN - 6, "middle", i * 10 + "–" + (i + 1) * 10 + " %");
        }
        html.close().line();
    }

    /** How the class did at each check: passed, failed, without an answer, skipped. */
    void checks(List<CheckStatistics> checks) {
        picture(WIDTH, checks.size() * ROW + MARGIN, "For each check the shares of those who passed and failed it");
        for (int i = 0; i < checks.size(); i++) {
            CheckStatistics one = checks.get(i);
            int y = i * ROW + 4;
            text(LABEL - 10, y + BAR - 4, "end", shortened(one.check().name()));
            double x = bar(LABEL, y, one.passed(), one.count(), "passed");
            x = bar(x, y, one.count() - one.passed() - one.unanswered() - one.skipped(), one.count(), "failed");
            x = bar(x, y, one.unanswered(), one.count(), "error");
            bar(x, y, one.skipped(), one.count(), "skipped");
            text(WIDTH - 2, y + BAR - 4, "end", Math.round(100 * one.passRate()) + " %");
        }
        html.close().line();
    }

    private double bar(double x, int y, int part, int all, String look) {
        double width = (double) (WIDTH - LABEL - 50) * part / Math.max(1, all);
        if (part > 0) {
            rectangle(x, y, width, BAR, look);
        }
        return x + width;
    }

    private static String shortened(String name) {
        int most = 38;
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private void picture(int width, int height, String says) {
        html.open("svg", "viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", says)
                .line();
    }

    private void rectangle(double x, double y, double width, double height, String look) {
        html.open(
                        "rect",
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(width),
                        "height",
                        number(height),
                        "class",
                        look)
                .close()
                .line();
    }

    private void text(double x, double y, String anchor, String text) {
        html.open("text", "x", number(x), "y", number(y), "text-anchor", anchor)
                .text(text)
                .close()
                .line();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
