package dev.vmkit.language.ir;

import dev.vmkit.language.isa.RegisterFile;
import java.util.OptionalLong;

/** What is known, besides the operands, where a body is going to run; a specialised body relies on it. */
public interface Known {
    /** Nothing is. */
    Known NOTHING = new Known() {};

    /** The address of the instruction, and that of the one which follows it in memory. */
    record Place(long at, long following) implements Known {
        @Override
        public OptionalLong pc() {
            return OptionalLong.of(at);
        }

        @Override
        public OptionalLong next() {
            return OptionalLong.of(following);
        }
    }

    default OptionalLong pc() {
        return OptionalLong.empty();
    }

    default OptionalLong next() {
        return OptionalLong.empty();
    }

    /** What a register holds as long as the body is of use; the index need not be a constant. */
    default OptionalLong register(RegisterFile file, Expr index) {
        return OptionalLong.empty();
    }
}
