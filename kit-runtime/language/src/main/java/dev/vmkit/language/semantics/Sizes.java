package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.text.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounds how large and how deep an instruction becomes once its calls are inlined. */
final class Sizes {
    /** Nodes of an instruction with everything inlined. */
    private static final long MOST_NODES = 20_000;

    /** How deep its nodes may nest, so that walks over it need little stack. */
    private static final int DEEPEST = 400;

    private final Mistakes mistakes;
    private final Map<Function, Size> functions = new IdentityHashMap<>();

    Sizes(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Nodes, depth, and the called function with the most nodes. */
    private record Size(long nodes, int depth, @Nullable Function largest, long largestNodes) {}

    /** Checks a body that stands at {@code at}. */
    void check(Span at, Stmt body) {
        Size size = new Walk().of(body);
        if (size.nodes > MOST_NODES || size.depth > DEEPEST) {
            Function largest = size.largest;
            mistakes.report(
                    SemanticsProblem.TOO_LARGE,
                    at,
                    "with its calls inlined this has " + size.nodes + " parts nested " + size.depth + " deep; "
                            + MOST_NODES + " and " + DEEPEST + " are the most",
                    largest == null ? "" : "function '" + largest.name() + "' alone has " + size.largestNodes);
        }
    }

    private Size of(Function function) {
        Size known = functions.get(function);
        if (known == null) {
            known = new Walk().of(function.body());
            functions.put(function, known);
        }
        return known;
    }

    /** One walk through a body. */
    private final class Walk {
        private long nodes;
        private int depth;
        private int deepest;
        private @Nullable Function largest;
        private long largestNodes;

        Size of(Stmt s) {
            visit(s);
            return new Size(nodes, deepest, largest, largestNodes);
        }

        private void call(Function function) {
            Size size = Sizes.this.of(function);
            nodes = Math.min(nodes + size.nodes, Integer.MAX_VALUE);
            deepest = Math.max(deepest, depth + size.depth);
            if (size.nodes > largestNodes) {
                largest = function;
                largestNodes = size.nodes;
            }
        }

        private void visit(List<Expr> all) {
            all.forEach(this::visit);
        }

        private void visit(Stmt s) {
            nodes++;
            deepest = Math.max(deepest, ++depth);
            switch (s) {
                case Stmt.Block b -> b.statements().forEach(this::visit);
                case Stmt.SetLocal l -> visit(l.value());
                case Stmt.SetPair p -> visit(p.call());
                case Stmt.WriteRegister w -> visit(List.of(w.index(), w.value()));
                case Stmt.Store t -> visit(List.of(t.address(), t.value()));
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
                    visit(List.of(f.from(), f.to()));
                    visit(f.body());
                }
                case Stmt.Raise r -> visit(r.value());
                case Stmt.Jump j -> visit(j.target());
                case Stmt.Return r -> visit(r.values());
                case Stmt.Run r -> {
                    visit(r.arguments());
                    call(r.function());
                }
                case Stmt.RunExtern r -> visit(r.arguments());
                case Stmt.Evaluate e -> visit(e.value());
                case Stmt.Tick t -> visit(t.cycles());
                case Stmt.Scope c -> visit(c.body());
                case Stmt.Signal _, Stmt.Leave _ -> {}
            }
            depth--;
        }

        private void visit(Expr e) {
            nodes++;
            deepest = Math.max(deepest, ++depth);
            switch (e) {
                case Expr.Const _, Expr.OperandValue _, Expr.Local _, Expr.Pc _, Expr.Next _ -> {}
                case Expr.ReadRegister r -> visit(r.index());
                case Expr.Unary u -> visit(u.value());
                case Expr.Binary b -> {
                    visit(b.left());
                    visit(b.right());
                }
                case Expr.Extend x -> visit(x.value());
                case Expr.Extract x -> visit(x.value());
                case Expr.Insert i -> visit(List.of(i.value(), i.bits()));
                case Expr.Concat c -> {
                    visit(c.high());
                    visit(c.low());
                }
                case Expr.Select s -> visit(List.of(s.condition(), s.then(), s.otherwise()));
                case Expr.Choose c -> {
                    visit(c.selector());
                    visit(c.alternatives());
                }
                case Expr.Load l -> visit(l.address());
                case Expr.Call c -> {
                    visit(c.arguments());
                    call(c.function());
                }
                case Expr.ExternCall c -> visit(c.arguments());
                case Expr.After a -> {
                    visit(a.statements());
                    visit(a.value());
                }
            }
            depth--;
        }
    }
}
