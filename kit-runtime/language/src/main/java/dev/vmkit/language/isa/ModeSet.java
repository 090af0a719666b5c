package dev.vmkit.language.isa;

import java.util.List;

/** An operand that is one of several modes, which some bits of the encoding choose. */
record ModeSet(String name, List<Alternative> alternatives) {
    /** The bits that choose a mode; they may hold operands of it. */
    record Alternative(RawPiece.Word pattern, Mode mode) {}
}
