package dev.vmkit.tools.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report as a picture in SVG: a bar for each ratio, on a logarithmic scale that starts at 1, so that bars to the left are
 * faster than what they are compared with; a thin line is the spread of the runs.
 */
public record ResultPlot(Report report) {
    private static final int WIDTH = 900;
    private static final int LEFT = 260;
    private static final int RIGHT = 30;
    private static final int ROW = 20;
    private static final int HEADING = 34;
    private static final int TOP = 30;

    private record Bar(String label, Ratio ratio) {}

    public String svg() {
        double reach = reach();
        StringBuilder body = new StringBuilder();
        int y = TOP;
        for (Group group : Group.values()) {
            List<Bar> bars = bars(group);
            if (!bars.isEmpty()) {
                y += HEADING;
                text(body, 10, y - 12, "start", "bold", heading(group));
                for (Bar bar : bars) {
                    draw(body, y, bar, reach);
                    y += ROW;
                }
            }
        }
        return frame(y + 20, reach, body);
    }

    private String heading(Group group) {
        String other = report.of(group)
                .getFirst()
                .reference()
                .map(r -> r.contender().name())
                .orElse("");
        return group.about() + ": time / time of " + other;
    }

    private List<Bar> bars(Group group) {
        List<Bar> bars = new ArrayList<>();
        for (KernelReport kernel : report.of(group)) {
            for (Series one : kernel.series()) {
                Optional<Ratio> ratio = kernel.ratio(one);
                ratio.ifPresent(r -> bars.add(
                        new Bar(kernel.kernel().name() + ", " + one.contender().name(), r)));
            }
        }
        return bars;
    }

    /** The largest power of two, or its inverse, that any bar reaches; at least 2. */
    private double reach() {
        double most = 1;
        for (Group group : Group.values()) {
            for (Bar bar : bars(group)) {
                most = Math.max(
                        most, Math.max(bar.ratio().highest(), 1 / bar.ratio().lowest()));
            }
        }
        return Math.max(2, Math.pow(2, Math.ceil(Math.log(most) / Math.log(2))));
    }

    private static double x(double ratio, double reach) {
        double middle = (LEFT + WIDTH - RIGHT) / 2.0;
        return middle + (WIDTH - RIGHT - middle) * Math.log(ratio) / Math.log(reach);
    }

    private static void draw(StringBuilder out, int y, Bar bar, double reach) {
        double one = x(1, reach);
        double end = x(bar.ratio().ofMedians(), reach);
        text(out, LEFT - 10, y + 13, "end", "normal", bar.label());
        out.append(format(
                "  <rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>\n",
                Math.min(one, end), y + 3, Math.abs(end - one), end <= one ? "#2a7f62" : "#b5543a"));
        out.append(format(
                "  <line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#222\"/>\n",
                x(bar.ratio().lowest(), reach), y + 9, x(bar.ratio().highest(), reach), y + 9));
        boolean left = end <= one;
        text(
                out,
                x(left ? bar.ratio().lowest() : bar.ratio().highest(), reach) + (left ? -4 : 4),
                y + 13,
                left ? "end" : "start",
                "normal",
                format("%.2f", bar.ratio().ofMedians()));
    }

    private String frame(int height, double reach, StringBuilder body) {
        StringBuilder out = new StringBuilder(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n",
                WIDTH, height));
        out.append(format("  <rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n", WIDTH, height));
        for (double mark = 1 / reach; mark <= reach; mark *= 2) {
            double x = x(mark, reach);
            out.append(format(
                    "  <line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>\n",
                    x, TOP, x, height - 10, mark == 1 ? "#222" : "#ddd"));
            text(out, x, TOP - 8, "middle", "normal", mark < 1 ? format("1/%.0f", 1 / mark) : format("%.0f", mark));
        }
        return out.append(body).append("</svg>\n").toString();
    }

    private static void text(StringBuilder out, double x, int y, String anchor, String weight, String text) {
        out.append(format(
                "  <text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>\n",
                x, y, anchor, weight, text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
