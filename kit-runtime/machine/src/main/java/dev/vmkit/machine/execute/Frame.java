package dev.vmkit.machine.execute;

import dev.vmkit.language.ieee.StatusFlags;

/** What a running body sees: the registers of its hart, its own locals, and where execution goes on. */
final class Frame {
    final long[] registers;
    long[] locals = {};

    /** Where execution goes on; a jump sets it. */
    long next;

    /** The address after the instruction, for hooks; the body of an instruction knows its size. */
    long following;

    /** The result of a function. */
    long result;

    Frame(long[] registers) {
        this.registers = registers;
    }

    /** What floating-point operations raise; empty between two of them. */
    final StatusFlags raised = new StatusFlags();

    /** Makes sure that there are so many locals. Not while a body runs. */
    void room(int count) {
        if (locals.length < count) {
            locals = new long[count];
        }
    }
}
