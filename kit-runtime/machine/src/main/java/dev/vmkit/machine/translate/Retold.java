package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Parts;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out of the instructions of a block what earlier ones have settled: a test that was made before, a register that
 * was set to a constant. So the first instruction of a kind checks what all of them would check.
 */
final class Retold {
    private Facts facts = new Facts();

    /** The same instructions, shorter. */
    static Block of(Block block) {
        return new Retold().again(block);
    }

    /** A block several times, one after another. */
    static List<Block> times(Block block, int times) {
        Retold pass = new Retold();
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(pass.again(block));
        }
        return all;
    }

    private Block again(Block block) {
        List<GuestInstruction> shorter = new ArrayList<>();
        for (GuestInstruction instruction : block.instructions()) {
            shorter.add(instruction.with(next(instruction.body())));
        }
        return new Block(shorter);
    }

    /** The body of the instruction that comes next. */
    Stmt next(Stmt body) {
        facts.forgetLocals();
        return statement(body);
    }

    private Stmt statement(Stmt s) {
        return switch (s) {
            case Stmt.Block b ->
                Simplify.block(b.statements().stream().map(this::statement).toList());
            case Stmt.SetLocal l -> {
                Expr value = expression(l.value());
                facts.set(l.slot(), value);
                yield new Stmt.SetLocal(l.slot(), l.name(), value);
            }
            case Stmt.Compute c -> {
                Stmt.Compute same = c.of(expressions(c.arguments()));
                facts.forgetLocal(c.resultSlot());
                facts.forgetLocal(c.flagsSlot());
                yield same;
            }
            case Stmt.WriteRegister w -> write(w);
            case Stmt.Store t -> new Stmt.Store(t.space(), expression(t.address()), expression(t.value()));
            case Stmt.If i -> branch(expression(i.condition()), i.then(), i.otherwise());
            case Stmt.Switch w -> choose(w);
            case Stmt.For f -> {
                Expr from = expression(f.from());
                Expr to = expression(f.to());
                Changes.in(f, facts);
                Facts before = facts.copy();
                Stmt body = statement(f.body());
                facts = before;
                yield new Stmt.For(f.slot(), f.name(), from, to, f.max(), body);
            }
            case Stmt.Scope c -> {
                Facts after = facts.copy();
                Changes.in(c, after);
                Stmt body = statement(c.body());
                facts = after;
                yield new Stmt.Scope(c.number(), body);
            }
            case Stmt.Raise r -> {
                Stmt same = new Stmt.Raise(r.trap(), expression(r.value()));
                facts.end();
                yield same;
            }
            case Stmt.Leave l -> {
                facts.end();
                yield l;
            }
            case Stmt.Evaluate e -> new Stmt.Evaluate(expression(e.value()));
            case Stmt.Tick t -> new Stmt.Tick(expression(t.cycles()));
            case Stmt.Signal _ -> s;
            case Stmt.Jump _ -> s; // a target that became known would be one that the plan does not know
            case Stmt.SetPair _, Stmt.Run _, Stmt.RunExtern _, Stmt.Return _ ->
                throw new IllegalStateException("not for translated code: " + s);
        };
    }

    private Stmt write(Stmt.WriteRegister w) {
        Expr index = expression(w.index());
        Expr value = expression(w.value());
        facts.set(new Expr.ReadRegister(w.file(), index), value);
        return new Stmt.WriteRegister(w.file(), index, value);
    }

    private Stmt branch(Expr condition, Stmt then, Stmt otherwise) {
        if (condition instanceof Expr.Const c) {
            return statement(c.value() != 0 ? then : otherwise);
        }
        Facts other = facts.copy();
        facts.suppose(condition, true);
        Stmt yes = statement(then);
        Facts afterYes = facts;
        facts = other;
        facts.suppose(condition, false);
        Stmt no = statement(otherwise);
        facts = Facts.meet(afterYes, facts);
        return new Stmt.If(condition, yes, no);
    }

    private Stmt choose(Stmt.Switch w) {
        Expr selector = expression(w.selector());
        Facts before = facts.copy();
        Stmt otherwise = statement(w.otherwise());
        Facts after = facts;
        Map<Long, Stmt> cases = new LinkedHashMap<>();
        for (Map.Entry<Long, Stmt> each : w.cases().entrySet()) {
            facts = before.copy();
            cases.put(each.getKey(), statement(each.getValue()));
            after = Facts.meet(after, facts);
        }
        facts = after;
        return new Stmt.Switch(selector, cases, otherwise);
    }

    private List<Expr> expressions(List<Expr> some) {
        return Parts.all(some, this::expression);
    }

    private Expr expression(Expr e) {
        return facts.known(Parts.replaced(e, this::expression));
    }

    /** Forgets whatever a statement may change. */
    private static final class Changes extends IrWalker {
        private final Facts facts;

        private Changes(Facts facts) {
            this.facts = facts;
        }

        static void in(Stmt s, Facts facts) {
            new Changes(facts).visit(s);
        }

        @Override
        public void visit(Stmt s) {
            super.visit(s);
            switch (s) {
                case Stmt.SetLocal l -> facts.forgetLocal(l.slot());
                case Stmt.For f -> facts.forgetLocal(f.slot());
                case Stmt.Compute c -> {
                    facts.forgetLocal(c.resultSlot());
                    facts.forgetLocal(c.flagsSlot());
                }
                case Stmt.WriteRegister w -> facts.forget(w.file(), w.index());
                default -> {}
            }
        }
    }
}
