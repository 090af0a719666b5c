package dev.vmkit.language.card;

import dev.vmkit.language.text.Glyphs;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML of which every text and attribute value is escaped: what it shows comes from files nobody vouches for. */
public final class Html {
    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn, and those with an empty value are left out. */
    public Html open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                text(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing but text in it. */
    public Html element(String element, String cssClass, String text) {
        return open(element, "class", cssClass).text(text).close();
    }

    /** Text. */
    public Html text(String text) {
        String visible = Glyphs.visible(text);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** The kit's own style sheet, which is not escaped. */
    public Html style(String css) {
        out.append("<style>\n").append(css).append("</style>");
        return this;
    }

    /** Says that the page is in UTF-8. */
    public Html declareEncoding() {
        out.append("<meta charset=\"utf-8\">");
        return this;
    }

    /** Says that the page is as wide as the screen, on telephones too. */
    public Html fitToScreen() {
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        return this;
    }

    /** Breaks the line of the source. */
    public Html line() {
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
