package dev.vmkit.language.semantics;

import dev.vmkit.language.isa.Operand;

/** What an operand's name in a body stands for. */
sealed interface Binding {
    /** The operand of the decoded instruction with this place in its form. */
    record OfOperand(Operand operand, int index) implements Binding {}

    /** A certain register, and its number in its file. */
    record OfRegister(Place place, long code) implements Binding {}

    /** A certain number. */
    record OfNumber(long value) implements Binding {}
}
