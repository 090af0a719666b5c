package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Operations;

/** A compiled function of the definition, with locals of its own: hooks, {@code pending}, {@code translate}. */
final class Routine {
    private final Function function;
    private final Action body;
    private final Frame frame;

    Routine(Function function, Action body, Frame frame) {
        this.function = function;
        this.body = body;
        this.frame = frame;
    }

    /** Calls it with its first arguments, cut to their widths; others are 0. Gives its result. */
    long call(long... arguments) {
        for (int i = 0; i < function.parameterWidths().size(); i++) {
            long argument = i < arguments.length ? arguments[i] : 0;
            frame.locals[i] =
                    argument & Operations.mask(function.parameterWidths().get(i));
        }
        frame.result = 0;
        body.run(frame);
        return frame.result;
    }

    /**
     * Calls it as a hook between two instructions.
     *
     * @param next what the hook sees as {@code next}, and where execution goes on unless it jumps
     * @return where execution goes on
     */
    long enter(long next, long... arguments) {
        frame.following = next;
        frame.next = next;
        call(arguments);
        return frame.next;
    }
}
