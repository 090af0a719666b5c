package dev.vmkit.machine.execute;

import dev.vmkit.language.ieee.FloatFunction;
import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.Rounding;
import dev.vmkit.language.ir.Stmt;

/** Closures for floating-point operations. */
final class FloatingPoint {
    private static final Value NOTHING = new Value.Constant(0);

    private FloatingPoint() {}

    static Action compute(Stmt.Compute c, Value[] arguments) {
        FloatOperation operation = c.operation();
        FloatFunction function = operation.under(c.rules());
        Value a = arguments[0];
        Value b = operation.operands() > 1 ? arguments[1] : NOTHING;
        Value third = operation.operands() > 2 ? arguments[2] : NOTHING;
        Value rounding = operation.rounds() ? arguments[operation.operands()] : NOTHING;
        int result = c.resultSlot();
        int flags = c.flagsSlot();
        return f -> {
            Rounding direction = Rounding.of(rounding.get(f));
            f.locals[result] = function.compute(a.get(f), b.get(f), third.get(f), direction, f.raised);
            f.locals[flags] = f.raised.take();
            return Action.DONE;
        };
    }
}
