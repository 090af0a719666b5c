package dev.vmkit.language.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Rewrites expressions; what has effects goes to the statements before. */
final class ExpressionInliner {
    private final Inliner statements;

    ExpressionInliner(Inliner statements) {
        this.statements = statements;
    }

    /** Rewrites in order; where a later one needs statements, earlier ones are kept in locals across them. */
    List<Expr> all(List<Expr> sources, Inliner.Frame frame, List<Stmt> out) {
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
                int slot = statements.newLocal();
                out.add(position++, new Stmt.SetLocal(slot, "kept", e));
                results.set(i, new Expr.Local(slot, e.width(), "kept"));
            }
        }
    }

    /** Whether a value is the same before and after any statement that an expression can hold. */
    private static boolean isStable(Expr e) {
        return switch (e) {
            case Expr.Const _, Expr.OperandValue _, Expr.Local _, Expr.Pc _, Expr.Next _ -> true;
            case Expr.Unary u -> isStable(u.value());
            case Expr.Extend x -> isStable(x.value());
            case Expr.Extract x -> isStable(x.value());
            case Expr.Binary b -> isStable(b.left()) && isStable(b.right());
            default -> false;
        };
    }

    /** The value; any constant where execution does not arrive. */
    Expr of(Expr e, Inliner.Frame frame, List<Stmt> out) {
        return statements.isReachable() ? rewritten(e, frame, out) : new Expr.Const(e.width(), 0);
    }

    private Expr rewritten(Expr e, Inliner.Frame frame, List<Stmt> out) {
        return switch (e) {
            case Expr.Const _ -> e;
            case Expr.Pc p -> known(statements.circumstances().pc(), p);
            case Expr.Next n -> known(statements.circumstances().next(), n);
            case Expr.OperandValue o -> statements.operand(o);
            case Expr.Local l -> local(frame.base() + l.slot(), l);
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
                statements.statement(a.statements(), frame, false, out);
                yield of(a.value(), frame, out);
            }
        };
    }

    private Expr local(int slot, Expr.Local source) {
        Expr constant = statements.known().get(slot);
        return constant != null ? constant : new Expr.Local(slot, source.width(), source.name());
    }

    private Expr read(Expr.ReadRegister r, Expr index) {
        return Inliner.isZero(r.file(), index)
                ? new Expr.Const(r.width(), 0)
                : known(statements.circumstances().register(r.file(), index), new Expr.ReadRegister(r.file(), index));
    }

    private static Expr known(OptionalLong value, Expr otherwise) {
        return value.isPresent() ? new Expr.Const(otherwise.width(), value.getAsLong()) : otherwise;
    }

    private Expr call(Expr.Call call, Inliner.Frame frame, List<Stmt> out) {
        int result = statements.newLocal();
        statements.call(call.function(), call.arguments(), new int[] {result}, frame, out);
        return of(new Expr.Local(result - frame.base(), call.width(), "result"), frame, out);
    }

    private Expr select(Expr.Select s, Inliner.Frame frame, List<Stmt> out) {
        Expr condition = of(s.condition(), frame, out);
        if (condition instanceof Expr.Const c) {
            return of(c.value() != 0 ? s.then() : s.otherwise(), frame, out);
        }
        if (!statements.isReachable()) {
            return new Expr.Const(s.width(), 0);
        }
        List<Stmt> first = new ArrayList<>();
        List<Stmt> second = new ArrayList<>();
        KnownLocals before = statements.known();
        statements.goOn(before.copy());
        Expr then = of(s.then(), frame, first);
        KnownLocals afterThen = statements.path();
        statements.goOn(before);
        Expr otherwise = of(s.otherwise(), frame, second);
        statements.goOn(KnownLocals.meet(statements.path(), afterThen));
        if (first.isEmpty() && second.isEmpty()) {
            return Simplify.select(condition, then, otherwise);
        }
        int slot = statements.newLocal();
        first.add(new Stmt.SetLocal(slot, "chosen", then));
        second.add(new Stmt.SetLocal(slot, "chosen", otherwise));
        out.add(new Stmt.If(condition, Simplify.block(first), Simplify.block(second)));
        return new Expr.Local(slot, s.width(), "chosen");
    }

    /** Alternatives read registers and have no effects. */
    private Expr choose(Expr.Choose c, Inliner.Frame frame, List<Stmt> out) {
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
