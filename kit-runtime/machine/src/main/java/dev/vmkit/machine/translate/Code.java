package dev.vmkit.machine.translate;

/** Translated guest code: the superclass of every class written here. */
abstract class Code {
    /**
     * Executes at most {@code left} instructions; the rest, and whether the next one is for the interpreter, is left in the
     * passage.
     *
     * @param registers of the hart
     * @param pc where it is entered
     * @return where execution goes on
     */
    abstract long run(Passage passage, long[] registers, int left, long pc);
}
