package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known at a point of a block: of registers, and of the locals of the instruction there. */
final class Facts {
    /** An expression over registers has that value. */
    private record Fact(Expr of, Expr.Const value) {}

    private final List<Fact> facts = new ArrayList<>();
    private final Map<Integer, Expr> locals = new HashMap<>();
    private boolean reached = true;

    Facts copy() {
        Facts copy = new Facts();
        copy.facts.addAll(facts);
        copy.locals.putAll(locals);
        copy.reached = reached;
        return copy;
    }

    /** What is known where two paths meet. */
    static Facts meet(Facts a, Facts b) {
        if (!a.reached || !b.reached) {
            return a.reached ? a : b;
        }
        a.facts.retainAll(b.facts);
        a.locals.entrySet().retainAll(b.locals.entrySet());
        return a;
    }

    /** No path leads here. */
    void end() {
        reached = false;
    }

    /** Another instruction begins. */
    void forgetLocals() {
        locals.clear();
    }

    /** The expression, or what is known to be the same: a constant, or of a local a register. */
    Expr known(Expr e) {
        if (e instanceof Expr.Local l) {
            Expr value = locals.get(l.slot());
            return value == null ? e : known(value);
        }
        for (Fact fact : facts) {
            if (fact.of.equals(e)) {
                return fact.value;
            }
        }
        return e;
    }

    /** The local becomes this. */
    void set(int slot, Expr value) {
        locals.remove(slot);
        if (value instanceof Expr.Const || value instanceof Expr.ReadRegister && isLasting(value)) {
            locals.put(slot, value);
        }
    }

    /** The register becomes this. */
    void set(Expr.ReadRegister register, Expr value) {
        forget(register.file(), register.index());
        if (register.file().ones() != 0) {
            return;
        }
        if (value instanceof Expr.Const c) {
            learn(register, c);
        } else if (value instanceof Expr.Insert i && i.bits() instanceof Expr.Const c) {
            learn(Simplify.extract(register, i.low(), c.width()), c);
        }
    }

    /** A condition is true, or is not. */
    void suppose(Expr condition, boolean truth) {
        if (condition instanceof Expr.Unary u && u.op() == UnaryOp.NOT) {
            suppose(u.value(), !truth);
        } else if (condition instanceof Expr.Binary b && b.op() == (truth ? BinaryOp.AND : BinaryOp.OR)) {
            suppose(b.left(), truth);
            suppose(b.right(), truth);
        } else {
            learn(condition, truth ? Simplify.TRUE : Simplify.FALSE);
            if (truth
                    && condition instanceof Expr.Binary b
                    && b.op() == BinaryOp.EQUAL
                    && b.right() instanceof Expr.Const c) {
                learn(b.left(), c);
            }
        }
    }

    private void learn(Expr e, Expr.Const value) {
        if (isLasting(e) && known(e) == e) {
            facts.add(new Fact(e, value));
        }
    }

    /** Whether its value stays until a register is written that it reads. */
    private static boolean isLasting(Expr e) {
        return switch (e) {
            case Expr.Const _ -> true;
            case Expr.ReadRegister r ->
                r.file().role() == RegisterFile.Role.NONE
                        && r.index() instanceof Expr.Const c
                        && Registers.exists(r.file(), c.value());
            case Expr.Unary u -> isLasting(u.value());
            case Expr.Binary b -> isLasting(b.left()) && isLasting(b.right());
            case Expr.Extend x -> isLasting(x.value());
            case Expr.Extract x -> isLasting(x.value());
            default -> false;
        };
    }

    /** The register, if the index is a constant, else all of the file, may become anything. */
    void forget(RegisterFile file, Expr index) {
        facts.removeIf(fact -> Reads.of(fact.of, file, index));
        locals.values().removeIf(value -> Reads.of(value, file, index));
    }

    void forgetLocal(int slot) {
        locals.remove(slot);
    }

    /** Looks for reads of what may be a register. */
    private static final class Reads extends IrWalker {
        private final RegisterFile file;
        private final Expr index;
        private boolean found;

        private Reads(RegisterFile file, Expr index) {
            this.file = file;
            this.index = index;
        }

        static boolean of(Expr e, RegisterFile file, Expr index) {
            Reads walk = new Reads(file, index);
            walk.visit(e);
            return walk.found;
        }

        @Override
        public void visit(Expr e) {
            found |= e instanceof Expr.ReadRegister r
                    && r.file().name().equals(file.name())
                    && (!(index instanceof Expr.Const) || r.index().equals(index));
            super.visit(e);
        }
    }
}
