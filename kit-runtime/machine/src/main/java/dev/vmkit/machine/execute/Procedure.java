package dev.vmkit.machine.execute;

/** A function of the definition that is called between instructions, ready to run: a hook, {@code pending}, {@code translate}. */
public abstract class Procedure {
    /**
     * Runs it. It may end early, as a {@link Step} may.
     *
     * @param registers of the hart
     * @param pc the program counter
     * @param next what it sees as {@code next}
     * @param arguments at least one a parameter; bits above the width of a parameter are of no meaning
     * @return its result; of a function without one, where execution goes on: at {@code next}, unless it jumps
     */
    protected abstract long run(Surroundings surroundings, long[] registers, long pc, long next, long[] arguments);
}
