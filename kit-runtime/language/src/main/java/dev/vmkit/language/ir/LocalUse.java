package dev.vmkit.language.ir;

import java.util.function.IntConsumer;

/** Finds where a body reads and assigns its local slots. */
public final class LocalUse extends IrWalker {
    private final IntConsumer reads;
    private final IntConsumer assigns;

    private LocalUse(IntConsumer reads, IntConsumer assigns) {
        this.reads = reads;
        this.assigns = assigns;
    }

    /** Tells {@code assigns} of every slot that the statement assigns, functions it calls aside. */
    public static void assigned(Stmt s, IntConsumer assigns) {
        new LocalUse(_ -> {}, assigns).visit(s);
    }

    /** Tells of every read and every assignment in the statement. */
    static void of(Stmt s, IntConsumer reads, IntConsumer assigns) {
        new LocalUse(reads, assigns).visit(s);
    }

    /** Tells of every read in the expression. */
    static void of(Expr e, IntConsumer reads) {
        new LocalUse(reads, _ -> {}).visit(e);
    }

    @Override
    public void visit(Stmt s) {
        super.visit(s);
        switch (s) {
            case Stmt.SetLocal l -> assigns.accept(l.slot());
            case Stmt.SetPair p -> {
                assigns.accept(p.firstSlot());
                assigns.accept(p.secondSlot());
            }
            case Stmt.Compute c -> {
                assigns.accept(c.resultSlot());
                assigns.accept(c.flagsSlot());
            }
            case Stmt.For f -> assigns.accept(f.slot());
            default -> {}
        }
    }

    @Override
    public void visit(Expr e) {
        if (e instanceof Expr.Local l) {
            reads.accept(l.slot());
        } else {
            super.visit(e);
        }
    }
}
