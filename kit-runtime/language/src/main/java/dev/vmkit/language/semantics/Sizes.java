package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.text.Span;
import java.util.IdentityHashMap;
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
    private final class Walk extends IrWalker {
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

        @Override
        public void visit(Stmt s) {
            enter();
            super.visit(s);
            if (s instanceof Stmt.Run r) {
                call(r.function());
            }
            depth--;
        }

        @Override
        public void visit(Expr e) {
            enter();
            super.visit(e);
            if (e instanceof Expr.Call c) {
                call(c.function());
            }
            depth--;
        }

        private void enter() {
            nodes++;
            deepest = Math.max(deepest, ++depth);
        }
    }
}
