package dev.vmkit.machine.execute;

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

    final int units() {
        return units;
    }

    final int cycles() {
        return cycles;
    }
}
