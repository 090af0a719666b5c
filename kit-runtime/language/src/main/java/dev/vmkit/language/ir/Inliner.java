package dev.vmkit.language.ir;

import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a body for fixed operand values: puts the bodies of functions in place of their calls, keeps track of locals
 * that hold constants, drops what cannot be reached, and moves all effects out of expressions into statements before
 * them, in the same order.
 */
final class Inliner {
    private final long[] values;
    private final Expressions expressions = new Expressions();
    private int locals;
    private int scopes;
    /** Null where execution cannot arrive. */
    private @Nullable KnownLocals known = new KnownLocals();

    Inliner(long[] values, int locals) {
        this.values = values;
        this.locals = locals;
    }

    /** How many local slots the rewritten body uses. */
    int locals() {
        return locals;
    }

    /** A call being inlined: where its results go and what is known where it returns. */
    private static final class Returning {
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
    private record Frame(int base, @Nullable Returning returning) {}

    List<Stmt> instruction(Stmt body) {
        List<Stmt> out = new ArrayList<>();
        inline(body, 0, new int[0], out);
        return out;
    }

    void function(Function function, List<Stmt> out) {
        statement(function.body(), new Frame(0, null), false, out);
    }

    private boolean reachable() {
        return known != null;
    }

    private KnownLocals known() {
        return known == null ? new KnownLocals() : known;
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

    private void call(Function function, List<Expr> arguments, int[] slots, Frame caller, List<Stmt> out) {
        List<Expr> settled = expressions.all(arguments, caller, out);
        if (!reachable()) {
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
        out.add(new Stmt.SetLocal(slot, name, value));
    }

    private void block(List<Stmt> statements, Frame frame, boolean tail, List<Stmt> out) {
        for (int i = 0; i < statements.size() && reachable(); i++) {
            statement(statements.get(i), frame, tail && i == statements.size() - 1, out);
        }
    }

    /** Adds the rewritten statement. {@code tail} says that nothing follows it in its function. */
    private void statement(Stmt s, Frame frame, boolean tail, List<Stmt> out) {
        switch (s) {
            case Stmt.Block b -> block(b.statements(), frame, tail, out);
            case Stmt.SetLocal l -> assign(frame.base + l.slot(), l.name(), expressions.of(l.value(), frame, out), out);
            case Stmt.SetPair p -> {
                int[] slots = {frame.base + p.firstSlot(), frame.base + p.secondSlot()};
                call(p.function(), p.call().arguments(), slots, frame, out);
            }
            case Stmt.WriteRegister w -> write(w, frame, out);
            case Stmt.Store t -> {
                List<Expr> both = expressions.all(List.of(t.address(), t.value()), frame, out);
                out.add(new Stmt.Store(t.space(), both.get(0), both.get(1)));
            }
            case Stmt.If i -> branch(i, frame, tail, out);
            case Stmt.Switch w -> choose(w, frame, tail, out);
            case Stmt.For f -> loop(f, frame, out);
            case Stmt.Raise r -> {
                out.add(new Stmt.Raise(r.trap(), expressions.of(r.value(), frame, out)));
                known = null;
            }
            case Stmt.Jump j -> out.add(new Stmt.Jump(expressions.of(j.target(), frame, out)));
            case Stmt.Return r -> leave(r, frame, tail, out);
            case Stmt.Run r -> call(r.function(), r.arguments(), new int[0], frame, out);
            case Stmt.RunExtern r ->
                out.add(new Stmt.RunExtern(r.extern(), expressions.all(r.arguments(), frame, out)));
            case Stmt.Evaluate e -> evaluate(expressions.of(e.value(), frame, out), out);
            case Stmt.Tick t -> out.add(new Stmt.Tick(expressions.of(t.cycles(), frame, out)));
            case Stmt.Signal g -> out.add(g);
            case Stmt.Scope _, Stmt.Leave _ -> throw new IllegalArgumentException("the body is inlined already");
        }
    }

    private static void evaluate(Expr value, List<Stmt> out) {
        if (!Purity.isPure(value)) {
            out.add(new Stmt.Evaluate(value));
        }
    }

    private void write(Stmt.WriteRegister write, Frame frame, List<Stmt> out) {
        List<Expr> both = expressions.all(List.of(write.index(), write.value()), frame, out);
        if (isZero(write.file(), both.get(0))) {
            evaluate(both.get(1), out);
        } else {
            out.add(new Stmt.WriteRegister(write.file(), both.get(0), both.get(1)));
        }
    }

    private static boolean isZero(RegisterFile file, Expr index) {
        return file.zero().isPresent()
                && index instanceof Expr.Const c
                && c.value() == file.zero().getAsInt();
    }

    private void branch(Stmt.If i, Frame frame, boolean tail, List<Stmt> out) {
        Expr condition = expressions.of(i.condition(), frame, out);
        if (!reachable()) {
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

    private static void addIf(Expr condition, Stmt then, Stmt otherwise, List<Stmt> out) {
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
        if (!reachable()) {
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
        if (never || !reachable()) {
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
            out.add(new Stmt.Return(results));
            known = null;
            return;
        }
        for (int i = 0; i < to.slots.length; i++) {
            assign(to.slots[i], "result", results.get(i), out);
        }
        if (!tail) {
            out.add(new Stmt.Leave(to.scope));
            to.early = true;
            to.known = KnownLocals.meet(known, to.known);
            known = null;
        }
    }

    /** Rewrites expressions; what has effects goes to the statements before. */
    private final class Expressions {

        /** Rewrites in order; where a later one needs statements, earlier ones are kept in locals across them. */
        List<Expr> all(List<Expr> sources, Frame frame, List<Stmt> out) {
            List<Expr> results = new ArrayList<>(sources.size());
            for (Expr source : sources) {
                int before = out.size();
                Expr result = of(source, frame, out);
                if (out.size() > before) {
                    keep(results, before, out);
                }
                results.add(result);
            }
            return results;
        }

        private void keep(List<Expr> results, int at, List<Stmt> out) {
            int position = at;
            for (int i = 0; i < results.size(); i++) {
                Expr e = results.get(i);
                if (!isStable(e)) {
                    out.add(position++, new Stmt.SetLocal(locals, "kept", e));
                    results.set(i, new Expr.Local(locals++, e.width(), "kept"));
                }
            }
        }

        /** Whether a value is the same before and after any statement that an expression can hold. */
        private static boolean isStable(Expr e) {
            return switch (e) {
                case Expr.Const _, Expr.Local _, Expr.Pc _, Expr.Next _ -> true;
                case Expr.Unary u -> isStable(u.value());
                case Expr.Extend x -> isStable(x.value());
                case Expr.Extract x -> isStable(x.value());
                case Expr.Binary b -> isStable(b.left()) && isStable(b.right());
                default -> false;
            };
        }

        /** The value; any constant where execution does not arrive. */
        Expr of(Expr e, Frame frame, List<Stmt> out) {
            return reachable() ? rewritten(e, frame, out) : new Expr.Const(e.width(), 0);
        }

        private Expr rewritten(Expr e, Frame frame, List<Stmt> out) {
            return switch (e) {
                case Expr.Const _, Expr.Pc _, Expr.Next _ -> e;
                case Expr.OperandValue o -> new Expr.Const(64, values[o.operand()]);
                case Expr.Local l -> local(frame.base + l.slot(), l);
                case Expr.ReadRegister r -> read(r, of(r.index(), frame, out));
                case Expr.Unary u -> Simplify.unary(u.op(), of(u.value(), frame, out));
                case Expr.Extend x -> Simplify.extend(x.signed(), of(x.value(), frame, out), x.width());
                case Expr.Extract x -> Simplify.extract(of(x.value(), frame, out), x.low(), x.width());
                case Expr.Binary b -> {
                    List<Expr> both = all(List.of(b.left(), b.right()), frame, out);
                    yield Simplify.binary(b.op(), both.get(0), both.get(1));
                }
                case Expr.Insert i -> {
                    List<Expr> both = all(List.of(i.value(), i.bits()), frame, out);
                    yield Simplify.insert(both.get(0), i.low(), both.get(1));
                }
                case Expr.Concat c -> {
                    List<Expr> both = all(List.of(c.high(), c.low()), frame, out);
                    yield Simplify.concat(both.get(0), both.get(1));
                }
                case Expr.Select s -> select(s, frame, out);
                case Expr.Choose c -> choose(c, frame, out);
                case Expr.Load l -> new Expr.Load(l.space(), l.width(), of(l.address(), frame, out));
                case Expr.Call c -> call(c, frame, out);
                case Expr.ExternCall c -> new Expr.ExternCall(c.extern(), all(c.arguments(), frame, out));
                case Expr.After a -> {
                    statement(a.statements(), frame, false, out);
                    yield of(a.value(), frame, out);
                }
            };
        }

        private Expr local(int slot, Expr.Local source) {
            Expr constant = known().get(slot);
            return constant != null ? constant : new Expr.Local(slot, source.width(), source.name());
        }

        private Expr read(Expr.ReadRegister r, Expr index) {
            return isZero(r.file(), index) ? new Expr.Const(r.width(), 0) : new Expr.ReadRegister(r.file(), index);
        }

        private Expr call(Expr.Call call, Frame frame, List<Stmt> out) {
            int result = locals++;
            Inliner.this.call(call.function(), call.arguments(), new int[] {result}, frame, out);
            return of(new Expr.Local(result - frame.base, call.width(), "result"), frame, out);
        }

        private Expr select(Expr.Select s, Frame frame, List<Stmt> out) {
            Expr condition = of(s.condition(), frame, out);
            if (condition instanceof Expr.Const c) {
                return of(c.value() != 0 ? s.then() : s.otherwise(), frame, out);
            }
            KnownLocals before = known();
            List<Stmt> first = new ArrayList<>();
            List<Stmt> second = new ArrayList<>();
            known = before.copy();
            Expr then = of(s.then(), frame, first);
            KnownLocals afterThen = known;
            known = before;
            Expr otherwise = of(s.otherwise(), frame, second);
            known = KnownLocals.meet(known, afterThen);
            if (first.isEmpty() && second.isEmpty()) {
                return Simplify.select(condition, then, otherwise);
            }
            int slot = locals++;
            first.add(new Stmt.SetLocal(slot, "chosen", then));
            second.add(new Stmt.SetLocal(slot, "chosen", otherwise));
            out.add(new Stmt.If(condition, Simplify.block(first), Simplify.block(second)));
            return new Expr.Local(slot, s.width(), "chosen");
        }

        /** Alternatives read registers and have no effects. */
        private Expr choose(Expr.Choose c, Frame frame, List<Stmt> out) {
            Expr selector = of(c.selector(), frame, out);
            if (selector instanceof Expr.Const k
                    && Long.compareUnsigned(k.value(), c.alternatives().size()) < 0) {
                return of(c.alternatives().get((int) k.value()), frame, out);
            }
            List<Expr> alternatives = new ArrayList<>();
            for (Expr alternative : c.alternatives()) {
                alternatives.add(of(alternative, frame, out));
            }
            return new Expr.Choose(selector, alternatives);
        }
    }
}
