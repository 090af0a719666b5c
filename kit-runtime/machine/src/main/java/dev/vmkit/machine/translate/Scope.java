package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Reach;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** What speaks against holding an instruction; nothing if translated code can. */
    Optional<Objection> objection(Stmt body) {
        Inspection inspection = new Inspection();
        inspection.visit(body);
        if (inspection.found != null) {
            return Optional.of(inspection.found);
        }
        if (inspection.nodes > MOST_NODES) {
            return Optional.of(Objection.LARGE);
        }
        return Restart.isPossible(body) ? Optional.empty() : Optional.of(Objection.RESTART);
    }

    /** Stops at the first objection. */
    private final class Inspection extends IrWalker {
        private @Nullable Objection found;
        private int nodes;

        @Override
        public void visit(Stmt s) {
            nodes++;
            note(
                    switch (s) {
                        case Stmt.RunExtern _, Stmt.Return _ -> Objection.CALLS;
                        case Stmt.Signal g when g.kind() != Stmt.Signal.Kind.FENCE -> Objection.SIGNALS;
                        case Stmt.WriteRegister w when w.file().isPc() -> Objection.PC;
                        case Stmt.WriteRegister w when guest.isWatched(w.file(), changed(w)) -> Objection.WATCHED;
                        case Stmt.Store t when !isReached(t.space(), t.value().width()) -> Objection.ACCESS;
                        default -> null;
                    });
            if (found == null) {
                super.visit(s);
            }
        }

        @Override
        public void visit(Expr e) {
            nodes++;
            note(
                    switch (e) {
                        case Expr.ExternCall _ -> Objection.CALLS;
                        case Expr.ReadRegister r when r.file().isPc() -> Objection.PC;
                        case Expr.Load l when !isReached(l.space(), l.width()) -> Objection.ACCESS;
                        default -> null;
                    });
            if (found == null) {
                super.visit(e);
            }
        }

        private void note(@Nullable Objection objection) {
            found = found == null ? objection : found;
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
