package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoding;
import org.jspecify.annotations.Nullable;

/** An instruction ready to run, wherever it lies. */
public abstract class Step {
    /** An instruction that could not be fetched. */
    static final Step UNKNOWN = new Step(0, 1) {
        @Override
        protected long run(Surroundings surroundings, long[] registers, long pc, long next) {
            return next;
        }
    };

    private final int units;
    private final int cycles;
    private @Nullable Decoding decoding;

    /**
     * A step of an instruction.
     *
     * @param units its size in address units
     * @param cycles what it takes, as declared
     */
    protected Step(int units, int cycles) {
        this.units = units;
        this.cycles = cycles;
    }

    /**
     * Runs it. It may end early, by an exception of {@link Surroundings} or the {@link Mmu}; what it did by then stays.
     *
     * @param registers of the hart
     * @param pc where it lies
     * @param next what follows it in memory
     * @return where execution goes on
     */
    protected abstract long run(Surroundings surroundings, long[] registers, long pc, long next);

    /** Takes note of what it is the step of. */
    final Step of(Decoding itsDecoding) {
        decoding = itsDecoding;
        return this;
    }

    /** What it is the step of; null if that could not be fetched. */
    final @Nullable Decoding decoding() {
        return decoding;
    }

    final int units() {
        return units;
    }

    final int cycles() {
        return cycles;
    }
}
