package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import java.util.List;
import java.util.Optional;

/** Something that can be read, and perhaps written. */
sealed interface Place {
    record OfRegister(RegisterFile file, Expr index) implements Place {}

    /** The program counter: reading gives the address of this instruction, writing jumps. */
    record OfPc() implements Place {}

    record OfLocal(Locals.Local local) implements Place {}

    record OfMemory(Space space, int width, Expr address) implements Place {}

    /** An entry of a register map. */
    record OfMap(MapFunctions functions, Expr index) implements Place {}

    /** Some bits of a place. */
    record Part(Place whole, int low, int width) implements Place {}

    /** One bit of a place, known only at run time. */
    record Bit(Place whole, Expr index) implements Place {}

    /** Places side by side, most significant first. */
    record Joined(List<Place> parts) implements Place {}

    /** One of several, by the value of the selector; the others of equal width, some values never come. */
    record OneOf(Expr selector, List<Optional<Place>> places, int width) implements Place {}

    /** An operand in an addressing mode. */
    record OfMode(Modes.Mode mode) implements Place {}

    /** A value that is no place; {@code what} says why it cannot be written. */
    record Value(Typed value, String what) implements Place {}

    /** What is wrong with it is reported already. */
    Place BAD = new Value(Typed.BAD, "");
}
