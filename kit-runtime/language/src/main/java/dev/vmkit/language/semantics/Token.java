package dev.vmkit.language.semantics;

/**
 * A word of a semantics text.
 *
 * @param text its characters; for {@link Kind#COLUMN} and {@link Kind#CODE} without the mark before the name
 * @param from, to the characters of the {@link dev.vmkit.language.text.Text} it covers, marks included
 */
record Token(Kind kind, String text, int from, int to) {

    enum Kind {
        NAME,
        NUMBER,
        /** {@code $name}. */
        COLUMN,
        /** {@code #name}. */
        CODE,
        SYMBOL,
        NEWLINE,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
