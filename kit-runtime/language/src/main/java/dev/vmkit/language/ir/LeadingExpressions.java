package dev.vmkit.language.ir;

import java.util.List;

/** The expressions that a statement evaluates first, before any of its effects; each exactly once. */
final class LeadingExpressions {
    private LeadingExpressions() {}

    static List<Expr> of(Stmt s) {
        return switch (s) {
            case Stmt.SetLocal l -> List.of(l.value());
            case Stmt.WriteRegister w -> List.of(w.index(), w.value());
            case Stmt.Store t -> List.of(t.address(), t.value());
            case Stmt.If i -> List.of(i.condition());
            case Stmt.Switch w -> List.of(w.selector());
            case Stmt.For f -> List.of(f.from(), f.to());
            case Stmt.Raise r -> List.of(r.value());
            case Stmt.Jump j -> List.of(j.target());
            case Stmt.Return r -> r.values();
            case Stmt.Run r -> r.arguments();
            case Stmt.RunExtern r -> r.arguments();
            case Stmt.Evaluate e -> List.of(e.value());
            case Stmt.Signal g -> g.arguments();
            case Stmt.Tick t -> List.of(t.cycles());
            case Stmt.SetPair p -> p.call().arguments();
            case Stmt.Compute c -> c.arguments();
            case Stmt.Block _, Stmt.Scope _, Stmt.Leave _ -> List.of();
        };
    }
}
