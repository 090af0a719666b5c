package dev.vmkit.machine.execute;

import dev.vmkit.language.ieee.FloatFunction;
import dev.vmkit.language.ieee.Rounding;
import dev.vmkit.language.ieee.StatusFlags;
import dev.vmkit.language.ir.Trap;

/** What a running {@link Step} or {@link Procedure} reaches besides registers and memory. */
public final class Surroundings {
    private final Core core;

    /** Empty between two floating-point operations. */
    private final StatusFlags raised = new StatusFlags();

    Surroundings(Core core) {
        this.core = core;
    }

    /** What to throw to end the instruction by a trap. */
    public RuntimeException raise(Trap trap, long value) {
        return core.abort.raise(trap, value);
    }

    /** More cycles went by than the instruction declares. */
    public void tick(long cycles) {
        core.hart.tick(cycles);
    }

    /** Forgets translations. */
    public void flush() {
        core.flush();
    }

    /** Forgets translations of one address. */
    public void flush(long address) {
        core.flush(address);
    }

    /** The translation being made holds for a block of 2 to that power of addresses. */
    public void holds(long bits) {
        core.holds(bits);
    }

    /** Waits for a line to change. */
    public void await() {
        core.hart.await();
    }

    /** Halts the machine. */
    public void halt() {
        core.hart.halt();
    }

    /** Computes a floating-point operation; what it raises is kept for {@link #raised}. */
    public long compute(FloatFunction function, long a, long b, long c, long rounding) {
        return function.compute(a, b, c, Rounding.of(rounding), raised);
    }

    /** The exceptions that the last operation raised, which are forgotten. */
    public long raised() {
        return raised.take();
    }
}
