package dev.vmkit.tools.grade.report;

import dev.vmkit.language.text.Glyphs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** Writes XML 1.0 of which every text and attribute value is escaped, and holds only characters that XML may hold. */
final class Xml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private boolean hasText;

    /** Opens an element; attributes are names and values in turn. */
    Xml open(String element, String... attributes) {
        endTag();
        out.append(open.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : "\n");
        out.append("  ".repeat(open.size())).append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(Glyphs.visible(attributes[i + 1]));
            out.append('"');
        }
        open.push(element);
        inTag = true;
        hasText = false;
        return this;
    }

    /** Text of the element opened last. */
    Xml text(String text) {
        if (!text.isEmpty()) {
            endTag();
            escape(text.lines().map(Glyphs::visible).collect(Collectors.joining("\n")));
            hasText = true;
        }
        return this;
    }

    /** Closes the element opened last. */
    Xml close() {
        String element = open.pop();
        if (inTag) {
            out.append("/>\n");
        } else {
            out.append(hasText ? "" : "  ".repeat(open.size()));
            out.append("</").append(element).append(">\n");
        }
        inTag = false;
        hasText = false;
        return this;
    }

    private void endTag() {
        out.append(inTag ? ">" : "");
        inTag = false;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
