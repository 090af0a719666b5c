package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The instructions that a translator turns into calls of the monitor: those that may write state which is not a program's,
 * or tell the processor something; and those that always trap, such as a call of the kernel. What only reads such state
 * reads the guest's own, which it is right to see.
 */
final class CalledOut implements Predicate<Instruction> {
    private final Privilege privilege;

    CalledOut(Isa isa) {
        this.privilege = isa.model().privilege().orElseThrow();
    }

    @Override
    public boolean test(Instruction instruction) {
        return reachesOut(instruction) || alwaysTraps(instruction);
    }

    /** Whether an instruction may write state that is not a program's, or tell the processor something. */
    boolean reachesOut(Instruction instruction) {
        Search search = new Search();
        search.visit(instruction.body());
        return search.found;
    }

    /** Whether an instruction does nothing but trap, in any state. */
    static boolean alwaysTraps(Instruction instruction) {
        return alwaysTraps(instruction.body());
    }

    private static boolean alwaysTraps(Stmt s) {
        return switch (s) {
            case Stmt.Raise _ -> true;
            case Stmt.Block b -> b.statements().stream().anyMatch(CalledOut::alwaysTraps);
            case Stmt.If i -> alwaysTraps(i.then()) && alwaysTraps(i.otherwise());
            case Stmt.Switch w ->
                alwaysTraps(w.otherwise()) && w.cases().values().stream().allMatch(CalledOut::alwaysTraps);
            case Stmt.Run r -> alwaysTraps(r.function().body());
            default -> false;
        };
    }

    /** Goes through a body and what it calls. */
    private final class Search extends IrWalker {
        private final Set<Function> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private boolean found;

        private void visit(Function function) {
            if (seen.add(function)) {
                visit(function.body());
            }
        }

        @Override
        public void visit(Stmt s) {
            switch (s) {
                case Stmt.WriteRegister w -> found |= (written(w) & ~privilege.bits(w.file(), StateKind.USER)) != 0;
                case Stmt.Signal g -> found |= g.kind() != Stmt.Signal.Kind.FENCE && g.kind() != Stmt.Signal.Kind.HOLDS;
                case Stmt.Run r -> visit(r.function());
                case Stmt.SetPair p -> visit(p.function());
                default -> {}
            }
            super.visit(s);
        }

        @Override
        public void visit(Expr e) {
            if (e instanceof Expr.Call c) {
                visit(c.function());
            }
            super.visit(e);
        }
    }

    /** The bits of a register that may be others after a write. */
    private static long written(Stmt.WriteRegister w) {
        long bits = 0;
        Expr value = w.value();
        while (value instanceof Expr.Insert i) {
            bits |= -1L >>> (64 - i.bits().width()) << i.low();
            value = i.value();
        }
        return isSame(w.file(), w.index(), value) ? bits : w.file().mask();
    }

    private static boolean isSame(RegisterFile file, Expr index, Expr value) {
        return value instanceof Expr.ReadRegister r
                && r.file().equals(file)
                && r.index().equals(index);
    }
}
