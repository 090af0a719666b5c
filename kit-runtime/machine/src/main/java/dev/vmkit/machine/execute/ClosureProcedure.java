package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Specialiser;

/** A function as a tree of closures. */
final class ClosureProcedure extends Procedure {
    private final Function function;
    private final Frame frame;
    private final Action body;

    ClosureProcedure(Core core, Function function) {
        Specialiser.Specialised inlined = Specialiser.inline(function);
        this.function = function;
        this.frame = new Frame(core.hart.state().slots());
        frame.room(Math.max(inlined.locals(), function.parameterWidths().size()));
        this.body = Compiler.function(core).action(inlined.body());
    }

    @Override
    protected long run(Surroundings surroundings, long[] registers, long pc, long next, long[] arguments) {
        for (int i = 0; i < function.parameterWidths().size(); i++) {
            frame.locals[i] =
                    arguments[i] & Operations.mask(function.parameterWidths().get(i));
        }
        frame.following = next;
        frame.next = next;
        frame.result = 0;
        body.run(frame);
        return function.resultWidths().isEmpty() ? frame.next : frame.result;
    }
}
