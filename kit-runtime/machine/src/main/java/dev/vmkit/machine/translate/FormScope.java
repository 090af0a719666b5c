package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.execute.GuestCode;
import java.util.Set;

/** Which forms get a class: those of moderate size that change nothing with consequences elsewhere. */
final class FormScope extends IrWalker {
    /** Nodes of a body; larger ones decide by their operands what they are, and are better specialised. */
    private static final int MOST_NODES = 400;

    private static final Set<RegisterFile.Role> PLAIN = Set.of(RegisterFile.Role.NONE, RegisterFile.Role.LINES);

    private final GuestCode guest;
    private boolean fine = true;
    private int nodes;

    private FormScope(GuestCode guest) {
        this.guest = guest;
    }

    /** Whether it is worth to look at the body, which may be large. */
    static boolean mayContain(Instruction instruction) {
        return Set.of(Stmt.Signal.Kind.FENCE).containsAll(instruction.effects().signals())
                && instruction.effects().writes().stream().allMatch(file -> file.isPc() || PLAIN.contains(file.role()));
    }

    static boolean contains(Stmt body, GuestCode guest) {
        FormScope walk = new FormScope(guest);
        walk.visit(body);
        return walk.fine;
    }

    private void count() {
        nodes++;
        fine &= nodes <= MOST_NODES;
    }

    @Override
    public void visit(Stmt s) {
        count();
        fine &= switch (s) {
            case Stmt.Return _ -> false;
            case Stmt.Signal g -> g.kind() == Stmt.Signal.Kind.FENCE;
            case Stmt.WriteRegister w ->
                !guest.isWatched(w.file(), Scope.changed(w)) && !w.file().isPc();
            default -> true;
        };
        if (fine) {
            super.visit(s);
        }
    }

    @Override
    public void visit(Expr e) {
        count();
        fine &= !(e instanceof Expr.ExternCall);
        if (fine) {
            super.visit(e);
        }
    }
}
