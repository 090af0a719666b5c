package dev.vmkit.machine.hart;

import dev.vmkit.language.ir.Trap;
import dev.vmkit.machine.memory.Access;

/** Why a hart stopped running. In every case its state is exactly that between two instructions. */
public sealed interface Stop {

    /** The budget is used up, or somebody asked for attention. */
    record Budget() implements Stop {}

    /** It waits for an interrupt and none is requested, or for an extern that blocks. */
    record Idle() implements Stop {}

    /** It stopped for good. */
    record Halted() implements Stop {}

    /** The next instruction is at a breakpoint. */
    record Breakpoint(long address) implements Stop {}

    /** The instruction at {@code address} raised a trap that this run asked to see; it had no effect yet. */
    record Trapped(Trap trap, long value, long address) implements Stop {}

    /**
     * The instruction at {@code address} accessed {@code target}, where nothing is, and the instruction set has no trap for
     * that; or a hook did so that was to enter a trap or an interrupt there.
     */
    record Fault(Access access, long target, long address) implements Stop {}

    /**
     * The instruction at {@code address} raised a trap, and the instruction set does not say what then happens; or a hook
     * raised one: there is nobody left to ask.
     */
    record Unhandled(Trap trap, long value, long address) implements Stop {}

    /** What there is to say of it to a person, after the hart's name. */
    default String message() {
        return switch (this) {
            case Fault(Access access, long target, long address) ->
                "cannot go on: the instruction at " + hex(address) + " wants to " + access.word() + " " + hex(target)
                        + ", where nothing is";
            case Unhandled(Trap trap, long value, long address) ->
                "cannot go on: the instruction at " + hex(address) + " raised the trap '" + trap.name() + "' ("
                        + hex(value) + "), for which there is no handler";
            default -> "stopped: " + this;
        };
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
