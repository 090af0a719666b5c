package dev.vmkit.layers.gantt;

/** A scene as a picture that browsers show. */
public final class SvgChart {
    private SvgChart() {}

    /** The picture, in SVG 1.1. */
    public static String of(Scene scene) {
        StringBuilder out = new StringBuilder()
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(scene.width())
                .append(' ')
                .append(scene.height())
                .append("\" font-family=\"monospace\" font-size=\"12\">\n");
        scene.shapes().forEach(shape -> out.append("  ").append(element(shape)).append('\n'));
        return out.append("</svg>\n").toString();
    }

    private static String element(Scene.Shape shape) {
        return switch (shape) {
            case Scene.Shape.Box b ->
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                        .formatted(b.x(), b.y(), b.width(), b.height(), b.colour());
            case Scene.Shape.Label l ->
                "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>".formatted(l.x(), l.y(), l.colour(), escaped(l.text()));
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
