package dev.vmkit.docs;

import java.util.List;

/** A terminal's text as an SVG drawing of its window. Lines that begin with {@code $ } are commands. */
record TerminalPicture(String title, List<String> lines) {
    private static final double COLUMN = 8.43; // of a monospaced letter of 14 px
    private static final int LINE = 21;
    private static final int BAR = 36;
    private static final int MARGIN = 20;

    String svg() {
        int width = (int) (lines.stream().mapToInt(String::length).max().orElse(0) * COLUMN) + 2 * MARGIN;
        int height = BAR + lines.size() * LINE + 2 * MARGIN - 8;
        StringBuilder svg = new StringBuilder("""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
              <style>
                text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d8dee9; white-space: pre }
                .title { fill: #8b93a3; text-anchor: middle }
                .prompt { fill: #8fce72 }
                .command { fill: #ffffff; font-weight: 600 }
              </style>
              <rect width="%1$d" height="%2$d" rx="10" fill="#1e222b"/>
              <circle cx="22" cy="18" r="6" fill="#ec6a5e"/>
              <circle cx="42" cy="18" r="6" fill="#f4bf4f"/>
              <circle cx="62" cy="18" r="6" fill="#61c554"/>
              <text class="title" x="%4$d" y="23">%3$s</text>
            """.formatted(width, height, escaped(title), width / 2));
        for (int i = 0; i < lines.size(); i++) {
            svg.append("  <text x=\"%d\" y=\"%d\">%s</text>\n"
                    .formatted(MARGIN, BAR + MARGIN + i * LINE, line(lines.get(i))));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String line(String line) {
        return line.startsWith("$ ")
                ? "<tspan class=\"prompt\">$</tspan> <tspan class=\"command\">" + escaped(line.substring(2))
                        + "</tspan>"
                : escaped(line);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
