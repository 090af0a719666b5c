package dev.vmkit.language.ir;

import java.util.List;

/**
 * Whether an expression may be dropped, repeated or moved: it is pure if it only reads registers, locals and operands.
 * Loads (which may trap or touch a device), calls and nested statements make it impure.
 */
public final class Purity {
    private Purity() {}

    public static boolean isPure(Expr e) {
        return switch (e) {
            case Expr.Const _, Expr.OperandValue _, Expr.Local _, Expr.Pc _, Expr.Next _ -> true;
            case Expr.ReadRegister r -> isPure(r.index());
            case Expr.Unary u -> isPure(u.value());
            case Expr.Binary b -> isPure(b.left()) && isPure(b.right());
            case Expr.Extend x -> isPure(x.value());
            case Expr.Extract x -> isPure(x.value());
            case Expr.Insert i -> isPure(i.value()) && isPure(i.bits());
            case Expr.Concat c -> isPure(c.high()) && isPure(c.low());
            case Expr.Select s -> isPure(s.condition()) && isPure(s.then()) && isPure(s.otherwise());
            case Expr.Choose c -> isPure(c.selector()) && allPure(c.alternatives());
            case Expr.Load _, Expr.Call _, Expr.ExternCall _, Expr.After _ -> false;
        };
    }

    private static boolean allPure(List<Expr> all) {
        for (Expr e : all) {
            if (!isPure(e)) {
                return false;
            }
        }
        return true;
    }
}
