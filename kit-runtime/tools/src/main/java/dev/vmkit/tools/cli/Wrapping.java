package dev.vmkit.tools.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks long lines at spaces. */
final class Wrapping {
    private Wrapping() {}

    /**
     * The lines, of at most that many characters unless a word is longer.
     *
     * @param indent what all but the first begin with, after the spaces that the text itself begins with
     */
    static List<String> lines(String text, int width, String indent) {
        String own = " ".repeat(text.length() - text.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(own);
        boolean empty = true;
        for (String word : text.stripLeading().split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(own + indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
