package dev.vmkit.testkit.subject;

import java.util.List;

/**
 * What is typed at the console of a machine; guests of a host have it in their file.
 *
 * @param exchanges one after another
 */
public record Typing(List<Exchange> exchanges) {
    /** Nothing is typed. */
    public static final Typing NONE = new Typing(List.of());

    /**
     * Something to type.
     *
     * @param see what has to be shown before, nothing if empty
     */
    public record Exchange(String see, String type) {}

    /** Characters that are there from the beginning. */
    public static Typing of(String text) {
        return text.isEmpty() ? NONE : new Typing(List.of(new Exchange("", text)));
    }
}
