package dev.vmkit.language.isa;

import java.util.List;

/** How a form is written in assembly, from the mnemonic to the end of the line. */
public record Syntax(List<Token> tokens) {

    /** A piece of the line. */
    public sealed interface Token {}

    /** Text that stands as it is, without white space; the mnemonic is the first. */
    public record Literal(String text) implements Token {}

    /** White space that separates: at least one blank is needed where the parts would run together without. */
    public record Gap() implements Token {}

    /** The operand with this index in {@link Form#operands}. */
    public record Hole(int operand) implements Token {}
}
