package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Trap;
import dev.vmkit.machine.memory.Access;
import org.jspecify.annotations.Nullable;

/**
 * Ends an instruction before its end: it raised a trap, or accessed memory where nothing is. A hart has one, filled in
 * anew each time: guests trap often.
 */
final class Abort extends RuntimeException {
    private @Nullable Trap trap;
    private @Nullable Access access;
    private long value;

    Abort() {
        super(null, null, false, false);
    }

    /** A trap that the definition raises. */
    Abort raise(Trap raised, long tval) {
        trap = raised;
        access = null;
        value = tval;
        return this;
    }

    /** A failed access to memory, and the trap that the definition has for it, if any. */
    Abort fault(Access failed, long address, @Nullable Trap raised) {
        trap = raised;
        access = failed;
        value = address;
        return this;
    }

    @Nullable
    Trap trap() {
        return trap;
    }

    /** The access that failed; null if the definition itself raised the trap. */
    @Nullable
    Access access() {
        return access;
    }

    /** The value of the trap, or the address of the access. */
    long value() {
        return value;
    }
}
