package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may be left of an instruction that stops in its middle, because something is missing or only the monitor may do it,
 * and that is then to begin again as if it had not begun.
 */
enum HalfDone {
    /** Nothing that would make the second time another one. A store that is done once more is none, unless it is loaded. */
    NOTHING,
    /** Registers were written, or cycles went by: to be taken back. */
    REGISTERS,
    /** Memory was written that had been loaded before: nobody knows any more what was there. */
    MEMORY;

    /** The most that may be left of an instruction, of which the hook behind it is a part: when that stops, all of it begins again. */
    static HalfDone of(Instruction instruction, Optional<Function> hook) {
        Search search = new Search();
        search.visit(instruction.body());
        hook.ifPresent(behind -> search.visit(behind.body()));
        return search.most;
    }

    private HalfDone or(HalfDone other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Goes through a body and what it calls, in the order of evaluation. */
    private static final class Search extends IrWalker {
        private HalfDone done = NOTHING;
        private HalfDone most = NOTHING;
        private boolean loaded;

        private void mayStop() {
            most = most.or(done);
        }

        @Override
        public void visit(Stmt s) {
            switch (s) {
                case Stmt.If i -> {
                    visit(i.condition());
                    visitEither(List.of(i.then(), i.otherwise()));
                }
                case Stmt.Switch w -> {
                    visit(w.selector());
                    List<Stmt> all = new ArrayList<>(w.cases().values());
                    all.add(w.otherwise());
                    visitEither(all);
                }
                default -> {
                    super.visit(s);
                    visited(s);
                }
            }
        }

        /** What one alternative does was not done before another. */
        private void visitEither(List<Stmt> alternatives) {
            HalfDone before = done;
            HalfDone after = done;
            for (Stmt each : alternatives) {
                done = before;
                visit(each);
                after = after.or(done);
            }
            done = after;
        }

        private void visited(Stmt s) {
            switch (s) {
                case Stmt.WriteRegister _, Stmt.Tick _ -> done = done.or(REGISTERS);
                case Stmt.Store _ -> {
                    mayStop();
                    done = loaded ? MEMORY : done;
                }
                case Stmt.Raise _ -> mayStop();
                case Stmt.For f -> visit(f.body()); // once more: a later round comes after an earlier one
                case Stmt.Run r -> visit(r.function().body());
                case Stmt.RunExtern r when Confinement.isAnswered(r.extern()) -> mayStop();
                default -> {}
            }
        }

        @Override
        public void visit(Expr e) {
            super.visit(e);
            switch (e) {
                case Expr.Load _ -> {
                    mayStop();
                    loaded = true;
                }
                case Expr.Call c -> visit(c.function().body());
                case Expr.ExternCall c when Confinement.isAnswered(c.extern()) -> mayStop();
                default -> {}
            }
        }
    }
}
