package dev.vmkit.language.ir;

import java.util.List;

/**
 * Visits every node of a body once, in the order of evaluation; both branches of a choice are visited. Bodies of called
 * functions are not entered. A subclass takes an interest in some nodes and leaves the others to {@code super}.
 */
public abstract class IrWalker {

    /** Visits a statement: here its parts. */
    public void visit(Stmt s) {
        switch (s) {
            case Stmt.Block b -> b.statements().forEach(this::visit);
            case Stmt.SetLocal l -> visit(l.value());
            case Stmt.SetPair p -> visit(p.call());
            case Stmt.Compute c -> visit(c.arguments());
            case Stmt.WriteRegister w -> visit(w.index(), w.value());
            case Stmt.Store t -> visit(t.address(), t.value());
            case Stmt.If i -> {
                visit(i.condition());
                visit(i.then());
                visit(i.otherwise());
            }
            case Stmt.Switch w -> {
                visit(w.selector());
                w.cases().values().forEach(this::visit);
                visit(w.otherwise());
            }
            case Stmt.For f -> {
                visit(f.from(), f.to());
                visit(f.body());
            }
            case Stmt.Raise r -> visit(r.value());
            case Stmt.Jump j -> visit(j.target());
            case Stmt.Return r -> visit(r.values());
            case Stmt.Run r -> visit(r.arguments());
            case Stmt.RunExtern r -> visit(r.arguments());
            case Stmt.Evaluate e -> visit(e.value());
            case Stmt.Signal g -> visit(g.arguments());
            case Stmt.Tick t -> visit(t.cycles());
            case Stmt.Scope c -> visit(c.body());
            case Stmt.Leave _ -> {}
        }
    }

    /** Visits an expression: here its parts. */
    public void visit(Expr e) {
        switch (e) {
            case Expr.Const _, Expr.OperandValue _, Expr.Local _, Expr.Pc _, Expr.Next _ -> {}
            case Expr.ReadRegister r -> visit(r.index());
            case Expr.Unary u -> visit(u.value());
            case Expr.Binary b -> visit(b.left(), b.right());
            case Expr.Extend x -> visit(x.value());
            case Expr.Extract x -> visit(x.value());
            case Expr.Insert i -> visit(i.value(), i.bits());
            case Expr.Concat c -> visit(c.high(), c.low());
            case Expr.Select s -> {
                visit(s.condition());
                visit(s.then(), s.otherwise());
            }
            case Expr.Choose c -> {
                visit(c.selector());
                visit(c.alternatives());
            }
            case Expr.Load l -> visit(l.address());
            case Expr.Call c -> visit(c.arguments());
            case Expr.ExternCall c -> visit(c.arguments());
            case Expr.After a -> {
                visit(a.statements());
                visit(a.value());
            }
        }
    }

    /** Visits several expressions in order. */
    public final void visit(List<Expr> all) {
        all.forEach(this::visit);
    }

    private void visit(Expr first, Expr second) {
        visit(first);
        visit(second);
    }
}
