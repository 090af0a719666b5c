package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;

/** Finds whether an expression can be decided from the numbers of operands alone, before the instruction runs. */
final class OperandsOnly extends IrWalker {
    private boolean only = true;

    private OperandsOnly() {}

    static boolean holds(Expr e) {
        OperandsOnly walk = new OperandsOnly();
        walk.visit(e);
        return walk.only;
    }

    @Override
    public void visit(Expr e) {
        only &= switch (e) {
            case Expr.ReadRegister _, Expr.Load _, Expr.Pc _, Expr.Next _ -> false;
            // A function may look at anything; a condition gets by without them.
            case Expr.Call _, Expr.ExternCall _, Expr.After _ -> false;
            default -> true;
        };
        super.visit(e);
    }
}
