package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import java.util.Arrays;

/**
 * A function of the definition to be called between instructions, with locals of its own: hooks, {@code pending}, {@code
 * translate}. It is a tree of closures at first, and something faster, if that can be had, once it was called often.
 */
final class Routine {
    private final Core core;
    private final Function function;
    private final long[] registers;
    private final int pcSlot;
    private Procedure procedure;
    private long calls;

    Routine(Core core, Function function) {
        this.core = core;
        this.function = function;
        this.registers = core.hart.state().slots();
        this.pcSlot = core.hart.isa().model().pc().slot();
        this.procedure = new ClosureProcedure(core, function);
    }

    /** Calls it with its first arguments; others are 0. Gives its first result, or 0. */
    long call(long... arguments) {
        long result = run(0, arguments);
        return function.resultWidths().isEmpty() ? 0 : result;
    }

    /**
     * Calls it, which has no result, as a hook between two instructions.
     *
     * @param next what the hook sees as {@code next}, and where execution goes on unless it jumps
     * @return where execution goes on
     */
    long enter(long next, long... arguments) {
        return run(next, arguments);
    }

    private long run(long next, long[] arguments) {
        int parameters = function.parameterWidths().size();
        long[] all = arguments.length < parameters ? Arrays.copyOf(arguments, parameters) : arguments;
        if (calls++ == core.steps().worthwhile()) {
            procedure = core.steps().procedure(function).orElse(procedure);
        }
        return procedure.run(core.surroundings, registers, registers[pcSlot], next, all);
    }
}
