package dev.vmkit.tools.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A report as a picture in SVG: a bar for each ratio, on a logarithmic scale, from 1 to the left for what is faster and to the
 * right for what is slower; a thin line shows the spread of the turns.
 */
public record ResultPlot(Report report) {
    private static final int WIDTH = 900;
    private static final int LEFT = 250;
    private static final int RIGHT = 850;
    private static final int TOP = 44;
    private static final int HEADING = 34;
    private static final int ROW = 20;
    private static final String FASTER = "#2a7f62";
    private static final String SLOWER = "#b5543a";

    private record Bar(String label, Ratio ratio) {}

    public String svg() {
        StringBuilder bars = new StringBuilder();
        int y = TOP;
        for (Group group : Group.values()) {
            if (bars(group).findAny().isPresent()) {
                y += HEADING;
                text(bars, 10, y - 12, "start", heading(group));
                for (Bar bar : bars(group).toList()) {
                    draw(bars, y, bar);
                    y += ROW;
                }
            }
        }
        int height = y + ROW;
        StringBuilder out = new StringBuilder();
        format(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, height);
        out.append(" font-family=\"sans-serif\" font-size=\"12\">\n");
        format(out, "  <rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n", WIDTH, height);
        marks(out, height);
        return out.append(bars).append("</svg>\n").toString();
    }

    private String heading(Group group) {
        String other = report.of(group).stream()
                .flatMap(kernel -> kernel.reference().stream())
                .map(reference -> reference.contender().name())
                .findFirst()
                .orElseThrow();
        return group.about() + ": beside " + other;
    }

    private Stream<Bar> bars(Group group) {
        return report.of(group).stream()
                .flatMap(kernel -> kernel.series().stream()
                        .flatMap(one -> kernel.ratio(one).stream()
                                .map(ratio -> new Bar(
                                        kernel.kernel().name() + ", "
                                                + one.contender().name(),
                                        ratio))));
    }

    private Scale scale() {
        List<Ratio> ratios = Arrays.stream(Group.values())
                .flatMap(this::bars)
                .map(Bar::ratio)
                .toList();
        return Scale.of(ratios, LEFT, RIGHT);
    }

    private void marks(StringBuilder out, int height) {
        Scale scale = scale();
        text(out, 10, TOP - 24, "start", "Ratio of median times: left of 1 is faster.");
        for (double mark : scale.marks()) {
            double x = scale.place(mark);
            format(out, "  <line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"", x, TOP, x, height - ROW / 2);
            format(out, " stroke=\"%s\"/>\n", mark == 1 ? "#222" : "#ddd");
            text(out, x, TOP - 6, "middle", (mark < 1 ? "1/" : "") + Math.round(Math.max(mark, 1 / mark)));
        }
    }

    private void draw(StringBuilder out, int y, Bar bar) {
        Scale scale = scale();
        double one = scale.place(1);
        double end = scale.place(bar.ratio().ofMedians());
        double lowest = scale.place(bar.ratio().lowest());
        double highest = scale.place(bar.ratio().highest());
        boolean faster = end <= one;
        text(out, LEFT - 10, y + 13, "end", bar.label());
        format(out, "  <rect x=\"%.1f\" y=\"%d\" width=\"%.1f\"", Math.min(one, end), y + 3, Math.abs(end - one));
        format(out, " height=\"12\" fill=\"%s\"/>\n", faster ? FASTER : SLOWER);
        format(out, "  <line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"", lowest, y + 9, highest, y + 9);
        out.append(" stroke=\"#222\"/>\n");
        text(
                out,
                Math.max(one, highest) + 5,
                y + 13,
                "start",
                ResultTable.ratio(bar.ratio().ofMedians()));
    }

    private static void text(StringBuilder out, double x, int y, String anchor, String text) {
        format(out, "  <text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor);
        out.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</text>\n");
    }

    private static void format(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
