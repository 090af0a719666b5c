package dev.vmkit.tools.experiment;

import dev.vmkit.assembly.experiment.CostProfile;
import dev.vmkit.assembly.experiment.Way;
import dev.vmkit.testkit.experiment.Results;
import dev.vmkit.testkit.experiment.Row;
import java.util.List;
import java.util.Locale;

/**
 * Results as a picture in SVG: for each cost profile a bar for each guest and way, as long as its cycles are a multiple of the
 * bare run's, on a logarithmic scale.
 */
public record ResultPlot(Results results) {
    private static final int WIDTH = 900;
    private static final int LEFT = 300;
    private static final int RIGHT = 820;
    private static final int TOP = 24;
    private static final int HEADING = 44;
    private static final int ROW = 18;
    private static final int GAP = 6;
    private static final List<String> COLOURS =
            List.of("#2a7f62", "#b5543a", "#3a6ab5", "#8a6d1f", "#7a4a9c", "#4a8f9c", "#9c4a6b", "#5f6b2f");

    public String svg() {
        StringBuilder bars = new StringBuilder();
        int y = TOP;
        for (CostProfile profile : results.experiment().costs()) {
            y += HEADING;
            text(bars, 10, y - 26, "start", profile.name() + ": " + profile.about());
            int from = y;
            y = draw(bars, y, profile);
            marks(bars, from, y);
        }
        int height = y + ROW;
        StringBuilder out = new StringBuilder();
        format(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, height);
        out.append(" font-family=\"sans-serif\" font-size=\"12\">\n");
        format(out, "  <rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n", WIDTH, height);
        text(out, 10, TOP - 6, "start", results.experiment().name() + ": cycles as multiples of the bare run's");
        return out.append(bars).append("</svg>\n").toString();
    }

    /** One profile's bars; where the next thing goes. */
    private int draw(StringBuilder out, int top, CostProfile profile) {
        List<String> ways = results.experiment().ways().stream()
                .map(way -> way.name().value())
                .toList();
        int y = top;
        for (Row row : results.rows()) {
            if (row.way().equals(Way.BARE)) {
                y += GAP;
                continue;
            }
            double times = results.slowdown(row, profile);
            double end = place(times);
            String colour = COLOURS.get(ways.indexOf(row.way()) % COLOURS.size());
            text(out, LEFT - 8, y + 13, "end", row.guest() + ", " + row.way());
            format(out, "  <rect x=\"%d\" y=\"%d\" width=\"%.1f\"", LEFT, y + 3, Math.max(1, end - LEFT));
            format(out, " height=\"12\" fill=\"%s\"/>\n", colour);
            text(out, Math.max(LEFT + 1, end) + 5, y + 13, "start", String.format(Locale.ROOT, "%,.2f", times));
            y += ROW;
        }
        return y;
    }

    private void marks(StringBuilder out, int from, int to) {
        for (double mark = 1; mark <= most(); mark *= 10) {
            double x = place(mark);
            format(out, "  <line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"", x, from, x, to);
            format(out, " stroke=\"%s\" stroke-opacity=\"0.3\"/>\n", "#222");
            text(out, x, from - 4, "middle", String.format(Locale.ROOT, "%,d", (long) mark));
        }
    }

    private double place(double times) {
        return LEFT + (RIGHT - LEFT) * Math.log10(Math.max(1, times)) / Math.log10(most());
    }

    /** The end of the scale, a power of ten. */
    private double most() {
        double longest = results.experiment().costs().stream()
                .flatMap(profile -> results.rows().stream().map(row -> results.slowdown(row, profile)))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return Math.max(10, Math.pow(10, Math.ceil(Math.log10(Math.max(1, longest)))));
    }

    private static void text(StringBuilder out, double x, int y, String anchor, String text) {
        format(out, "  <text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor);
        out.append(text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\p{Cc}", " "))
                .append("</text>\n");
    }

    private static void format(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
