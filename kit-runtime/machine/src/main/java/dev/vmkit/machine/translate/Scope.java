package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Reach;

/**
 * Which instructions translated code can hold: those that call nobody, change nothing that has consequences elsewhere, and
 * can be left before any of their accesses as if they had not begun.
 */
final class Scope {
    /** Nodes of a body; larger ones are rare and would crowd out others. */
    private static final int MOST_NODES = 400;

    private final GuestCode guest;
    private final Ways ways;

    Scope(GuestCode guest, Ways ways) {
        this.guest = guest;
        this.ways = ways;
    }

    boolean contains(Stmt body) {
        Inspection inspection = new Inspection();
        inspection.visit(body);
        return inspection.fine && inspection.nodes <= MOST_NODES && Restart.isPossible(body);
    }

    private final class Inspection extends IrWalker {
        private boolean fine = true;
        private int nodes;

        @Override
        public void visit(Stmt s) {
            nodes++;
            fine &= switch (s) {
                case Stmt.RunExtern _, Stmt.Return _ -> false;
                case Stmt.Signal g -> g.kind() == Stmt.Signal.Kind.FENCE;
                case Stmt.WriteRegister w ->
                    !guest.isWatched(w.file(), changed(w)) && !w.file().isPc();
                case Stmt.Store t -> isReached(t.space(), t.value().width());
                default -> true;
            };
            if (fine) {
                super.visit(s);
            }
        }

        @Override
        public void visit(Expr e) {
            nodes++;
            fine &= switch (e) {
                case Expr.ExternCall _ -> false;
                case Expr.ReadRegister r -> !r.file().isPc();
                case Expr.Load l -> isReached(l.space(), l.width());
                default -> true;
            };
            if (fine) {
                super.visit(e);
            }
        }
    }

    /** The bits that a write may change: where it replaces a part of the register, only those. */
    static long changed(Stmt.WriteRegister write) {
        long bits = 0;
        Expr value = write.value();
        while (value instanceof Expr.Insert i) {
            bits |= Operations.mask(i.bits().width()) << i.low();
            value = i.value();
        }
        boolean rest = value instanceof Expr.ReadRegister r
                && r.file() == write.file()
                && r.index().equals(write.index());
        return rest ? bits : write.file().mask();
    }

    private boolean isReached(Space space, int width) {
        int units = width / space.unit();
        return width <= Long.SIZE
                && Integer.bitCount(units) == 1
                && units * space.unit() == width
                && !(ways.to(space) instanceof Reach.Nothing);
    }
}
