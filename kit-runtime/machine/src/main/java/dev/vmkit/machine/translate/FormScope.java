package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;

/** Which bodies get a class: those of moderate size that do not write the program counter as a register. */
final class FormScope extends IrWalker {
    private final int most;
    private boolean fine = true;
    private int nodes;

    private FormScope(int most) {
        this.most = most;
    }

    /** Whether a body of at most so many nodes does. */
    static boolean contains(Stmt body, int nodes) {
        FormScope walk = new FormScope(nodes);
        walk.visit(body);
        return walk.fine;
    }

    private void count() {
        nodes++;
        fine &= nodes <= most;
    }

    @Override
    public void visit(Stmt s) {
        count();
        fine &= !(s instanceof Stmt.WriteRegister w && w.file().isPc());
        if (fine) {
            super.visit(s);
        }
    }

    @Override
    public void visit(Expr e) {
        count();
        if (fine) {
            super.visit(e);
        }
    }
}
