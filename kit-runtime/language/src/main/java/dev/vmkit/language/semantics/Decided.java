package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import java.util.Optional;

/**
 * Conditions on params alone, such as {@code XLEN == 64}: what they exclude is not part of this instruction set, so it is
 * not checked either; a slice there may lie outside a narrower register. What a feature excludes is checked all the same.
 */
final class Decided {
    private Decided() {}

    /** What a condition says for all time, if it does. */
    static Optional<Boolean> of(Ast.Expression condition, Expr checked) {
        return checked instanceof Expr.Const c && isOfParams(condition)
                ? Optional.of(c.value() != 0)
                : Optional.empty();
    }

    private static boolean isOfParams(Ast.Expression e) {
        return switch (e) {
            case Ast.Literal _, Ast.Name _ -> true;
            case Ast.Prefix p -> isOfParams(p.value());
            case Ast.Infix i -> isOfParams(i.left()) && isOfParams(i.right());
            default -> false;
        };
    }
}
