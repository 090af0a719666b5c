package dev.vmkit.language.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes locals that an inlined body does not need: copies of other locals, locals never read, and those read once,
 * whose value moves to where it is read if nothing in between could change it.
 */
final class Forwarding {
    private final int[] reads;
    private final int[] assigns;
    private final @Nullable Expr[] moved;

    private Forwarding(int locals) {
        reads = new int[locals];
        assigns = new int[locals];
        moved = new @Nullable Expr[locals];
    }

    /** The body, which has no calls and whose expressions hold no statements, over {@code locals} slots. */
    static Stmt of(Stmt body, int locals) {
        if (locals == 0) {
            return body;
        }
        Stmt before = body;
        Stmt after = once(body, locals);
        while (!after.equals(before)) { // what is removed may have been the second to read a local
            before = after;
            after = once(before, locals);
        }
        return after;
    }

    private static Stmt once(Stmt body, int locals) {
        Forwarding pass = new Forwarding(locals);
        LocalUse.of(body, slot -> pass.reads[slot]++, slot -> pass.assigns[slot]++);
        return pass.statement(body);
    }

    private Stmt statement(Stmt s) {
        return block(s instanceof Stmt.Block b ? b.statements() : List.of(s));
    }

    private Stmt block(List<Stmt> statements) {
        List<Stmt> out = new ArrayList<>(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            Stmt s = statements.get(i);
            if (s instanceof Stmt.SetLocal l) {
                setLocal(l.slot(), l.name(), expression(l.value()), statements, i, out);
            } else if (!(s instanceof Stmt.Compute c && isUnused(c))) {
                out.add(rewrite(s));
            }
        }
        return Simplify.block(out);
    }

    private void setLocal(int slot, String name, Expr value, List<Stmt> all, int at, List<Stmt> out) {
        if (reads[slot] == 0 && Purity.isPure(value)) {
            return;
        }
        if (assigns[slot] == 1 && (isCopy(value) || reads[slot] == 1 && reaches(slot, value, all, at + 1))) {
            moved[slot] = value;
            return;
        }
        out.add(reads[slot] == 0 ? new Stmt.Evaluate(value) : new Stmt.SetLocal(slot, name, value));
    }

    private boolean isUnused(Stmt.Compute c) {
        return reads[c.resultSlot()] == 0
                && reads[c.flagsSlot()] == 0
                && c.arguments().stream().allMatch(Purity::isPure);
    }

    private boolean isCopy(Expr value) {
        return value instanceof Expr.Const
                || value instanceof Expr.Pc
                || value instanceof Expr.Next
                || value instanceof Expr.Local l && assigns[l.slot()] <= 1;
    }

    /** Whether the one read of the slot comes before anything that could make {@code value} differ. */
    private boolean reaches(int slot, Expr value, List<Stmt> all, int from) {
        Sight sight = Sight.of(value, assigns);
        if (sight == Sight.NOTHING) {
            return false;
        }
        for (int i = from; i < all.size(); i++) {
            List<Expr> evaluated = LeadingExpressions.of(all.get(i));
            for (Expr e : evaluated) {
                if (readsSlot(e, slot)) {
                    return sight.mayEnter(evaluated, slot);
                }
            }
            boolean changesLocalsOnly = all.get(i) instanceof Stmt.SetLocal || all.get(i) instanceof Stmt.Compute;
            if (!changesLocalsOnly || !sight.mayPass(evaluated)) {
                return false;
            }
        }
        return false;
    }

    static boolean readsSlot(Expr e, int slot) {
        boolean[] found = new boolean[1];
        LocalUse.of(e, read -> found[0] |= read == slot);
        return found[0];
    }

    private Stmt rewrite(Stmt s) {
        return switch (s) {
            case Stmt.Block b -> block(b.statements());
            case Stmt.SetLocal l -> new Stmt.SetLocal(l.slot(), l.name(), expression(l.value()));
            case Stmt.Compute c -> c.of(expressions(c.arguments()));
            case Stmt.WriteRegister w -> new Stmt.WriteRegister(w.file(), expression(w.index()), expression(w.value()));
            case Stmt.Store t -> new Stmt.Store(t.space(), expression(t.address()), expression(t.value()));
            case Stmt.If i -> new Stmt.If(expression(i.condition()), statement(i.then()), statement(i.otherwise()));
            case Stmt.Switch w -> choose(w);
            case Stmt.For f ->
                new Stmt.For(
                        f.slot(), f.name(), expression(f.from()), expression(f.to()), f.max(), statement(f.body()));
            case Stmt.Raise r -> new Stmt.Raise(r.trap(), expression(r.value()));
            case Stmt.Jump j -> new Stmt.Jump(expression(j.target()));
            case Stmt.Return r -> new Stmt.Return(expressions(r.values()));
            case Stmt.RunExtern r -> new Stmt.RunExtern(r.extern(), expressions(r.arguments()));
            case Stmt.Evaluate e -> new Stmt.Evaluate(expression(e.value()));
            case Stmt.Signal g -> new Stmt.Signal(g.kind(), expressions(g.arguments()));
            case Stmt.Tick t -> new Stmt.Tick(expression(t.cycles()));
            case Stmt.Scope c -> new Stmt.Scope(c.number(), statement(c.body()));
            case Stmt.Leave _ -> s;
            case Stmt.SetPair _, Stmt.Run _ -> throw new IllegalArgumentException("the body still has calls");
        };
    }

    private Stmt choose(Stmt.Switch w) {
        Expr selector = expression(w.selector());
        Map<Long, Stmt> cases = new LinkedHashMap<>();
        w.cases().forEach((value, body) -> cases.put(value, statement(body)));
        return new Stmt.Switch(selector, cases, statement(w.otherwise()));
    }

    private List<Expr> expressions(List<Expr> all) {
        return Parts.all(all, this::expression);
    }

    /** The expression with moved values in place of their locals. */
    private Expr expression(Expr e) {
        Expr value = e instanceof Expr.Local l ? moved[l.slot()] : null;
        return value == null ? Parts.replaced(e, this::expression) : value;
    }
}
