package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;

/** Whether an expression can be decided from the numbers of operands alone, before the instruction runs. */
final class OperandsOnly {
    private OperandsOnly() {}

    static boolean holds(Expr e) {
        return Effects.of(new Stmt.Evaluate(e)).isPure() && !usesAddress(e);
    }

    private static boolean usesAddress(Expr e) {
        return switch (e) {
            case Expr.Pc _, Expr.Next _ -> true;
            case Expr.Unary u -> usesAddress(u.value());
            case Expr.Binary b -> usesAddress(b.left()) || usesAddress(b.right());
            case Expr.Extend x -> usesAddress(x.value());
            case Expr.Extract x -> usesAddress(x.value());
            case Expr.Insert i -> usesAddress(i.value()) || usesAddress(i.bits());
            case Expr.Concat c -> usesAddress(c.high()) || usesAddress(c.low());
            case Expr.Select s -> usesAddress(s.condition()) || usesAddress(s.then()) || usesAddress(s.otherwise());
            case Expr.Choose c ->
                usesAddress(c.selector()) || c.alternatives().stream().anyMatch(OperandsOnly::usesAddress);
            // Functions may ask for the address too; a condition gets by without them.
            case Expr.Call _, Expr.After _ -> true;
            default -> false;
        };
    }
}
