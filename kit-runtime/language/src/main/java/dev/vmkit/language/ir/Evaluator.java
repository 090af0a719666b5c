package dev.vmkit.language.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates pure expressions and functions directly, without a machine: conditions over operands ({@code where}), the
 * two directions of a {@code custom} operand. What looks at registers or memory is refused.
 */
public final class Evaluator {
    /** Loop rounds and calls of one evaluation. */
    private static final int STEPS = 1_000_000;

    private static final long[] NO_RESULT = {0, 0};

    private final long[] operands;
    private int steps;

    private Evaluator(long[] operands, int steps) {
        this.operands = operands;
        this.steps = steps;
    }

    /** An evaluator of functions that gives up after {@code steps} loop rounds and calls altogether. */
    public static Evaluator bounded(int steps) {
        return new Evaluator(new long[0], steps);
    }

    /** The value of {@code e} for these operand values; throws {@link IllegalArgumentException} if it is not pure. */
    public static long evaluate(Expr e, long... operands) {
        return new Evaluator(operands, STEPS).value(e, new long[0]);
    }

    /** Whether the condition holds for these operand values. */
    public static boolean holds(Expr condition, long... operands) {
        return evaluate(condition, operands) != 0;
    }

    /**
     * The one result of a function for these arguments, which are cut to the widths of its parameters. Throws
     * {@link IllegalArgumentException} if it is not pure.
     */
    public static long call(Function function, long... arguments) {
        return bounded(STEPS).result(function, arguments)[0];
    }

    /** The same as {@link #call} within the steps that this evaluator has left. */
    public long apply(Function function, long... arguments) {
        return result(function, arguments)[0];
    }

    private long[] result(Function function, long[] arguments) {
        step();
        long[] locals = new long[function.locals()];
        for (int i = 0; i < arguments.length; i++) {
            locals[i] =
                    arguments[i] & Operations.mask(function.parameterWidths().get(i));
        }
        long[] results = run(function.body(), locals);
        return results == null ? NO_RESULT : results;
    }

    private void step() {
        if (--steps < 0) {
            throw new IllegalArgumentException("it takes too many steps");
        }
    }

    private long[] values(List<Expr> expressions, long[] locals) {
        long[] results = new long[expressions.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = value(expressions.get(i), locals);
        }
        return results;
    }

    /** Runs a statement; the results of the function if it returns, else null. */
    private long @Nullable [] run(Stmt s, long[] locals) {
        switch (s) {
            case Stmt.Block b -> {
                for (Stmt each : b.statements()) {
                    long[] results = run(each, locals);
                    if (results != null) {
                        return results;
                    }
                }
                return null;
            }
            case Stmt.SetLocal l -> locals[l.slot()] = value(l.value(), locals);
            case Stmt.SetPair p -> {
                long[] both = result(p.function(), values(p.call().arguments(), locals));
                locals[p.firstSlot()] = both[0];
                locals[p.secondSlot()] = both[1];
            }
            case Stmt.Compute c -> {
                long[] both = Operations.apply(c.operation(), c.rules(), values(c.arguments(), locals));
                locals[c.resultSlot()] = both[0];
                locals[c.flagsSlot()] = both[1];
            }
            case Stmt.If i -> {
                return run(value(i.condition(), locals) != 0 ? i.then() : i.otherwise(), locals);
            }
            case Stmt.Switch w -> {
                return run(w.cases().getOrDefault(value(w.selector(), locals), w.otherwise()), locals);
            }
            case Stmt.For f -> {
                return loop(f, locals);
            }
            case Stmt.Return r -> {
                return values(r.values(), locals);
            }
            case Stmt.Evaluate e -> value(e.value(), locals);
            case Stmt.Run r -> result(r.function(), values(r.arguments(), locals));
            default -> throw impure(s);
        }
        return null;
    }

    private long @Nullable [] loop(Stmt.For f, long[] locals) {
        long to = value(f.to(), locals);
        long rounds = 0;
        for (long i = value(f.from(), locals); i <= to && rounds++ < f.max(); i++) {
            step();
            locals[f.slot()] = i;
            long[] results = run(f.body(), locals);
            if (results != null) {
                return results;
            }
        }
        return null;
    }

    private long value(Expr e, long[] locals) {
        return switch (e) {
            case Expr.Const c -> c.value();
            case Expr.OperandValue o -> operands[o.operand()];
            case Expr.Local l -> locals[l.slot()];
            case Expr.Unary u -> Operations.apply(u.op(), u.width(), value(u.value(), locals));
            case Expr.Binary b ->
                Operations.apply(b.op(), b.left().width(), value(b.left(), locals), value(b.right(), locals));
            case Expr.Extend x -> extended(x, value(x.value(), locals));
            case Expr.Extract x -> Operations.extract(value(x.value(), locals), x.low(), x.width());
            case Expr.Insert i ->
                Operations.insert(value(i.value(), locals), i.low(), i.bits().width(), value(i.bits(), locals));
            case Expr.Concat c -> value(c.high(), locals) << c.low().width() | value(c.low(), locals);
            case Expr.Select s -> value(value(s.condition(), locals) != 0 ? s.then() : s.otherwise(), locals);
            case Expr.Choose c -> value(c.alternatives().get((int) value(c.selector(), locals)), locals);
            case Expr.Call c -> result(c.function(), values(c.arguments(), locals))[0];
            case Expr.After a -> {
                run(a.statements(), locals);
                yield value(a.value(), locals);
            }
            case Expr.Pc _, Expr.Next _, Expr.ReadRegister _, Expr.Load _, Expr.ExternCall _ -> throw impure(e);
        };
    }

    private static long extended(Expr.Extend x, long value) {
        return x.signed() ? Operations.signExtend(value, x.value().width()) & Operations.mask(x.width()) : value;
    }

    private static IllegalArgumentException impure(Object what) {
        return new IllegalArgumentException(
                what.getClass().getSimpleName() + " needs a machine; only operands and locals are known here");
    }
}
