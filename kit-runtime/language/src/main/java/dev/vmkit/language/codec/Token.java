package dev.vmkit.language.codec;

import dev.vmkit.language.text.Span;

/** A piece of a line of assembly. */
sealed interface Token {
    Span span();

    /** Letters, digits, points: a register, a symbol, a word of the syntax. */
    record Word(String text, Span span) implements Token {}

    record Number(long value, String text, Span span) implements Token {}

    record Quoted(String value, Span span) implements Token {}

    /** Punctuation: one character, or {@code <<} or {@code >>}. */
    record Sign(String text, Span span) implements Token {}

    /** A prefix operator of this instruction set. */
    record Prefix(String text, Span span) implements Token {}

    /** An expression already read, which an alias passes on. */
    record Read(Expression expression, Span span) implements Token {}

    /** A hole of an alias, when what the alias stands for is compared with forms and not with a line. */
    record Placeholder(String name, Span span) implements Token {}

    /** The end of the line. */
    record End(Span span) implements Token {}

    /** Whether this is punctuation or a word that reads {@code text}. */
    default boolean is(String text, boolean caseSensitive) {
        String own = Tokenizer.text(this);
        return caseSensitive ? own.equals(text) : own.equalsIgnoreCase(text);
    }

    default boolean is(String sign) {
        return this instanceof Sign s && s.text.equals(sign);
    }

    /** How a message names it. */
    default String describe() {
        return this instanceof End ? "the end of the line" : "'" + shown() + "'";
    }

    private String shown() {
        return span().file().content().substring(span().start(), span().end());
    }
}
