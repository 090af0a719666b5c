package dev.vmkit.language.ir;

import dev.vmkit.language.isa.RegisterFile;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the effects of bodies; what it learnt of a function it keeps for the next body that calls it. */
public final class EffectsAnalysis {
    private final Map<Function, Effects> functions = new IdentityHashMap<>();

    /** The effects of a body, those of the functions it calls included. */
    public Effects of(Stmt body) {
        return new Walk().of(body);
    }

    /** The effects of a function. */
    public Effects of(Function function) {
        Effects known = functions.get(function);
        if (known == null) {
            known = of(function.body());
            functions.put(function, known);
        }
        return known;
    }

    /** Which of the paths that arrive at a point have jumped. */
    private enum Paths {
        NONE_ARRIVES,
        NONE_JUMPED,
        SOME_JUMPED,
        ALL_JUMPED;

        Paths meet(Paths other) {
            if (this == NONE_ARRIVES || this == other) {
                return other;
            }
            return other == NONE_ARRIVES ? this : SOME_JUMPED;
        }

        /** After something that jumps on some paths or, if {@code always}, on all. */
        Paths jumped(boolean always) {
            if (this == NONE_ARRIVES || this == ALL_JUMPED) {
                return this;
            }
            return always ? ALL_JUMPED : SOME_JUMPED;
        }
    }

    /** One walk through a body. */
    private final class Walk extends IrWalker {
        private final Map<String, RegisterFile> reads = new LinkedHashMap<>();
        private final Map<String, RegisterFile> writes = new LinkedHashMap<>();
        private final Set<Stmt.Signal.Kind> signals = EnumSet.noneOf(Stmt.Signal.Kind.class);
        private boolean loads;
        private boolean stores;
        private boolean traps;
        private boolean jumps;
        private boolean externs;
        private Paths paths = Paths.NONE_JUMPED;
        private Paths left = Paths.NONE_ARRIVES;

        Effects of(Stmt body) {
            visit(body);
            boolean always = paths.meet(left) == Paths.ALL_JUMPED;
            return new Effects(
                    new LinkedHashSet<>(reads.values()),
                    new LinkedHashSet<>(writes.values()),
                    loads,
                    stores,
                    traps,
                    jumps,
                    always,
                    externs,
                    signals);
        }

        @Override
        public void visit(Stmt s) {
            switch (s) {
                case Stmt.If i -> branch(i);
                case Stmt.Switch w -> choose(w);
                case Stmt.For f -> loop(f);
                case Stmt.Scope c -> scope(c);
                default -> {
                    super.visit(s);
                    note(s);
                }
            }
        }

        private void note(Stmt s) {
            switch (s) {
                case Stmt.WriteRegister w -> writes.put(w.file().name(), w.file());
                case Stmt.Store _ -> stores = true;
                case Stmt.Raise _ -> {
                    traps = true;
                    paths = Paths.NONE_ARRIVES;
                }
                case Stmt.Jump _ -> {
                    jumps = true;
                    paths = paths.jumped(true);
                }
                case Stmt.Return _, Stmt.Leave _ -> {
                    left = left.meet(paths);
                    paths = Paths.NONE_ARRIVES;
                }
                case Stmt.Run r -> call(r.function());
                case Stmt.RunExtern r -> extern(r.extern());
                case Stmt.Signal g -> signals.add(g.kind());
                default -> {}
            }
        }

        /** What leaves an outer scope is taken to leave this one; so "always jumps" errs on the side of no. */
        private void scope(Stmt.Scope scope) {
            Paths outer = left;
            left = Paths.NONE_ARRIVES;
            visit(scope.body());
            paths = paths.meet(left);
            left = outer.meet(left);
        }

        private void loop(Stmt.For f) {
            visit(f.from());
            visit(f.to());
            Paths before = paths;
            visit(f.body());
            paths = before.meet(paths);
        }

        private void branch(Stmt.If i) {
            visit(i.condition());
            Paths before = paths;
            visit(i.then());
            Paths afterThen = paths;
            paths = before;
            visit(i.otherwise());
            paths = paths.meet(afterThen);
        }

        private void choose(Stmt.Switch w) {
            visit(w.selector());
            Paths before = paths;
            visit(w.otherwise());
            Paths after = paths;
            for (Stmt each : w.cases().values()) {
                paths = before;
                visit(each);
                after = after.meet(paths);
            }
            paths = after;
        }

        private void call(Function function) {
            Effects inside = EffectsAnalysis.this.of(function);
            inside.reads().forEach(file -> reads.put(file.name(), file));
            inside.writes().forEach(file -> writes.put(file.name(), file));
            signals.addAll(inside.signals());
            loads |= inside.mayLoad();
            stores |= inside.mayStore();
            traps |= inside.mayTrap();
            externs |= inside.callsExterns();
            if (inside.mayJump()) {
                jumps = true;
                paths = paths.jumped(inside.alwaysJumps());
            }
        }

        private void extern(Extern extern) {
            externs = true;
            traps |= extern.declaration().mayTrap();
        }

        @Override
        public void visit(Expr e) {
            super.visit(e);
            switch (e) {
                case Expr.ReadRegister r -> reads.put(r.file().name(), r.file());
                case Expr.Load _ -> loads = true;
                case Expr.Call c -> call(c.function());
                case Expr.ExternCall c -> extern(c.extern());
                default -> {}
            }
        }
    }
}
