package dev.vmkit.language.ir;

import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a body for fixed operand values: puts the bodies of functions in place of their calls, keeps track of locals
 * that hold constants, drops what cannot be reached, and moves all effects out of expressions into statements before
 * them, in the same order.
 */
final class Inliner {
    private final UnaryOperator<Expr> operands;
    private final Known circumstances;
    private final ExpressionInliner expressions = new ExpressionInliner(this);
    private int locals;
    private int scopes;
    /** Null where execution cannot arrive. */
    private @Nullable KnownLocals known = new KnownLocals();

    /**
     * For the same operands wherever the body runs.
     *
     * @param operands what to put in place of each {@link Expr.OperandValue}
     */
    Inliner(UnaryOperator<Expr> operands, Known circumstances, int locals) {
        this.operands = operands;
        this.circumstances = circumstances;
        this.locals = locals;
    }

    /** How many local slots the rewritten body uses. */
    int locals() {
        return locals;
    }

    /** A call being inlined: where its results go and what is known where it returns. */
    static final class Returning {
        private final int[] slots;
        private final int scope;
        private boolean early;
        private @Nullable KnownLocals known;

        Returning(int[] slots, int scope) {
            this.slots = slots;
            this.scope = scope;
        }
    }

    /** The function whose body is rewritten: where its locals start, and where it returns to; null keeps its returns. */
    record Frame(int base, @Nullable Returning returning) {}

    List<Stmt> instruction(Stmt body) {
        List<Stmt> out = new ArrayList<>();
        inline(body, 0, new int[0], out);
        return out;
    }

    /** Adds the body of a function; of its arguments, some may be known by their place. */
    void function(Function function, Map<Integer, Long> arguments, List<Stmt> out) {
        arguments.forEach((slot, value) ->
                known().set(slot, new Expr.Const(function.parameterWidths().get(slot), value)));
        statement(function.body(), new Frame(0, null), false, out);
    }

    boolean isReachable() {
        return known != null;
    }

    /** What is known at this point; nothing where execution cannot arrive. */
    KnownLocals known() {
        return known == null ? new KnownLocals() : known;
    }

    /** What is known at this point; null where execution cannot arrive. */
    @Nullable
    KnownLocals path() {
        return known;
    }

    /** Goes on with another path. */
    void goOn(@Nullable KnownLocals path) {
        known = path;
    }

    int newLocal() {
        return locals++;
    }

    /** The value of an operand, if it is fixed. */
    Expr operand(Expr.OperandValue operand) {
        return operands.apply(operand);
    }

    Known circumstances() {
        return circumstances;
    }

    private void emit(Stmt s, List<Stmt> out) {
        if (isReachable()) {
            out.add(s);
        }
    }

    /** Adds the rewritten body; its results end up in {@code slots}. */
    private void inline(Stmt body, int base, int[] slots, List<Stmt> out) {
        Returning returning = new Returning(slots, scopes++);
        List<Stmt> inner = new ArrayList<>();
        statement(body, new Frame(base, returning), true, inner);
        known = KnownLocals.meet(known, returning.known);
        if (returning.early) {
            out.add(new Stmt.Scope(returning.scope, Simplify.block(inner)));
        } else {
            out.addAll(inner);
        }
    }

    void call(Function function, List<Expr> arguments, int[] slots, Frame caller, List<Stmt> out) {
        List<Expr> settled = expressions.all(arguments, caller, out);
        if (!isReachable()) {
            return;
        }
        int base = locals;
        locals += function.locals();
        for (int i = 0; i < settled.size(); i++) {
            assign(base + i, function.parameterNames().get(i), settled.get(i), out);
        }
        inline(function.body(), base, slots, out);
    }

    private void assign(int slot, String name, Expr value, List<Stmt> out) {
        known().set(slot, value);
        emit(new Stmt.SetLocal(slot, name, value), out);
    }

    private void block(List<Stmt> statements, Frame frame, boolean tail, List<Stmt> out) {
        for (int i = 0; i < statements.size() && isReachable(); i++) {
            statement(statements.get(i), frame, tail && i == statements.size() - 1, out);
        }
    }

    /** Adds the rewritten statement. {@code tail} says that nothing follows it in its function. */
    void statement(Stmt s, Frame frame, boolean tail, List<Stmt> out) {
        switch (s) {
            case Stmt.Block b -> block(b.statements(), frame, tail, out);
            case Stmt.SetLocal l -> assign(frame.base + l.slot(), l.name(), expressions.of(l.value(), frame, out), out);
            case Stmt.SetPair p -> {
                int[] slots = {frame.base + p.firstSlot(), frame.base + p.secondSlot()};
                call(p.function(), p.call().arguments(), slots, frame, out);
            }
            case Stmt.Compute c -> compute(c, frame, out);
            case Stmt.WriteRegister w -> write(w, frame, out);
            case Stmt.Store t -> {
                List<Expr> both = expressions.all(List.of(t.address(), t.value()), frame, out);
                emit(new Stmt.Store(t.space(), both.get(0), both.get(1)), out);
            }
            case Stmt.If i -> branch(i, frame, tail, out);
            case Stmt.Switch w -> choose(w, frame, tail, out);
            case Stmt.For f -> loop(f, frame, out);
            case Stmt.Raise r -> {
                emit(new Stmt.Raise(r.trap(), expressions.of(r.value(), frame, out)), out);
                known = null;
            }
            case Stmt.Jump j -> emit(new Stmt.Jump(expressions.of(j.target(), frame, out)), out);
            case Stmt.Return r -> leave(r, frame, tail, out);
            case Stmt.Run r -> call(r.function(), r.arguments(), new int[0], frame, out);
            case Stmt.RunExtern r ->
                emit(new Stmt.RunExtern(r.extern(), expressions.all(r.arguments(), frame, out)), out);
            case Stmt.Evaluate e -> evaluate(expressions.of(e.value(), frame, out), out);
            case Stmt.Tick t -> emit(new Stmt.Tick(expressions.of(t.cycles(), frame, out)), out);
            case Stmt.Signal g -> emit(new Stmt.Signal(g.kind(), expressions.all(g.arguments(), frame, out)), out);
            case Stmt.Scope _, Stmt.Leave _ -> throw new IllegalArgumentException("the body is inlined already");
        }
    }

    private void compute(Stmt.Compute c, Frame frame, List<Stmt> out) {
        List<Expr> arguments = expressions.all(c.arguments(), frame, out);
        int result = frame.base + c.resultSlot();
        int flags = frame.base + c.flagsSlot();
        known().forget(result);
        known().forget(flags);
        emit(new Stmt.Compute(result, flags, c.operation(), c.rules(), arguments), out);
    }

    private void evaluate(Expr value, List<Stmt> out) {
        if (!Purity.isPure(value)) {
            emit(new Stmt.Evaluate(value), out);
        }
    }

    private void write(Stmt.WriteRegister write, Frame frame, List<Stmt> out) {
        List<Expr> both = expressions.all(List.of(write.index(), write.value()), frame, out);
        if (isZero(write.file(), both.get(0))) {
            evaluate(both.get(1), out);
        } else {
            emit(new Stmt.WriteRegister(write.file(), both.get(0), both.get(1)), out);
        }
    }

    static boolean isZero(RegisterFile file, Expr index) {
        return file.zero().isPresent()
                && index instanceof Expr.Const c
                && c.value() == file.zero().getAsInt();
    }

    private void branch(Stmt.If i, Frame frame, boolean tail, List<Stmt> out) {
        Expr condition = expressions.of(i.condition(), frame, out);
        if (!isReachable()) {
            return;
        }
        if (condition instanceof Expr.Const c) {
            statement(c.value() != 0 ? i.then() : i.otherwise(), frame, tail, out);
            return;
        }
        KnownLocals before = known();
        known = before.copy();
        Stmt then = separately(i.then(), frame, tail);
        KnownLocals afterThen = known;
        known = before;
        Stmt otherwise = separately(i.otherwise(), frame, tail);
        known = KnownLocals.meet(known, afterThen);
        addIf(condition, then, otherwise, out);
    }

    private void addIf(Expr condition, Stmt then, Stmt otherwise, List<Stmt> out) {
        boolean noThen = isEmpty(then);
        if (noThen && isEmpty(otherwise)) {
            evaluate(condition, out);
        } else if (noThen) {
            out.add(new Stmt.If(Simplify.unary(UnaryOp.NOT, condition), otherwise, then));
        } else {
            out.add(new Stmt.If(condition, then, otherwise));
        }
    }

    private static boolean isEmpty(Stmt s) {
        return s instanceof Stmt.Block b && b.statements().isEmpty();
    }

    private Stmt separately(Stmt s, Frame frame, boolean tail) {
        List<Stmt> inner = new ArrayList<>();
        statement(s, frame, tail, inner);
        return Simplify.block(inner);
    }

    private void choose(Stmt.Switch w, Frame frame, boolean tail, List<Stmt> out) {
        Expr selector = expressions.of(w.selector(), frame, out);
        if (!isReachable()) {
            return;
        }
        if (selector instanceof Expr.Const c) {
            statement(w.cases().getOrDefault(c.value(), w.otherwise()), frame, tail, out);
            return;
        }
        KnownLocals before = known();
        KnownLocals after = null;
        Map<Long, Stmt> cases = new LinkedHashMap<>();
        for (Map.Entry<Long, Stmt> each : w.cases().entrySet()) {
            known = before.copy();
            cases.put(each.getKey(), separately(each.getValue(), frame, tail));
            after = KnownLocals.meet(after, known);
        }
        known = before;
        Stmt otherwise = separately(w.otherwise(), frame, tail);
        known = KnownLocals.meet(known, after);
        out.add(new Stmt.Switch(selector, cases, otherwise));
    }

    private void loop(Stmt.For f, Frame frame, List<Stmt> out) {
        List<Expr> bounds = expressions.all(List.of(f.from(), f.to()), frame, out);
        boolean never =
                bounds.get(0) instanceof Expr.Const a && bounds.get(1) instanceof Expr.Const b && b.value() < a.value();
        if (never || !isReachable()) {
            return;
        }
        LocalUse.assigned(f, slot -> known().forget(frame.base + slot));
        KnownLocals outside = known();
        known = outside.copy();
        Stmt body = separately(f.body(), frame, false);
        known = outside;
        if (!isEmpty(body)) {
            out.add(new Stmt.For(frame.base + f.slot(), f.name(), bounds.get(0), bounds.get(1), f.max(), body));
        }
    }

    private void leave(Stmt.Return r, Frame frame, boolean tail, List<Stmt> out) {
        List<Expr> results = expressions.all(r.values(), frame, out);
        Returning to = frame.returning;
        if (to == null) {
            emit(new Stmt.Return(results), out);
            known = null;
            return;
        }
        for (int i = 0; i < to.slots.length; i++) {
            assign(to.slots[i], "result", results.get(i), out);
        }
        if (!tail && isReachable()) {
            out.add(new Stmt.Leave(to.scope));
            to.early = true;
            to.known = KnownLocals.meet(known, to.known);
            known = null;
        }
    }
}
