package dev.vmkit.language.ir;

import java.util.List;
import java.util.function.IntConsumer;

/** Finds where a body reads and assigns its local slots. */
final class LocalUse {
    private final IntConsumer reads;
    private final IntConsumer assigns;

    private LocalUse(IntConsumer reads, IntConsumer assigns) {
        this.reads = reads;
        this.assigns = assigns;
    }

    /** Tells {@code assigns} of every slot that the statement assigns, functions it calls aside. */
    static void assigned(Stmt s, IntConsumer assigns) {
        new LocalUse(_ -> {}, assigns).visit(s);
    }

    /** Tells of every read and every assignment in the statement. */
    static void of(Stmt s, IntConsumer reads, IntConsumer assigns) {
        new LocalUse(reads, assigns).visit(s);
    }

    /** Tells of every read in the expression. */
    static void of(Expr e, IntConsumer reads) {
        new LocalUse(reads, _ -> {}).visit(e);
    }

    private void visit(Stmt s) {
        switch (s) {
            case Stmt.Block b -> b.statements().forEach(this::visit);
            case Stmt.SetLocal l -> {
                visit(l.value());
                assigns.accept(l.slot());
            }
            case Stmt.SetPair p -> {
                visit(p.call());
                assigns.accept(p.firstSlot());
                assigns.accept(p.secondSlot());
            }
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
                assigns.accept(f.slot());
                visit(f.body());
            }
            case Stmt.Raise r -> visit(r.value());
            case Stmt.Jump j -> visit(j.target());
            case Stmt.Return r -> visit(r.values());
            case Stmt.Run r -> visit(r.arguments());
            case Stmt.RunExtern r -> visit(r.arguments());
            case Stmt.Evaluate e -> visit(e.value());
            case Stmt.Tick t -> visit(t.cycles());
            case Stmt.Signal _, Stmt.Leave _ -> {}
            case Stmt.Scope c -> visit(c.body());
        }
    }

    private void visit(List<Expr> all) {
        all.forEach(this::visit);
    }

    private void visit(Expr first, Expr second) {
        visit(first);
        visit(second);
    }

    private void visit(Expr e) {
        switch (e) {
            case Expr.Const _, Expr.OperandValue _, Expr.Pc _, Expr.Next _ -> {}
            case Expr.Local l -> reads.accept(l.slot());
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
}
