package dev.vmkit.language.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The parts of an expression, for passes that rewrite some nodes and go through all others. */
public final class Parts {
    private Parts() {}

    /**
     * An inlined expression with another one in place of each of its parts, taken from left to right, and simplified. What has
     * no parts stays.
     *
     * @throws IllegalArgumentException if it is a call or holds statements
     */
    public static Expr replaced(Expr e, UnaryOperator<Expr> part) {
        return switch (e) {
            case Expr.Const _, Expr.OperandValue _, Expr.Pc _, Expr.Next _, Expr.Local _ -> e;
            case Expr.ReadRegister r -> new Expr.ReadRegister(r.file(), part.apply(r.index()));
            case Expr.Unary u -> Simplify.unary(u.op(), part.apply(u.value()));
            case Expr.Binary b -> Simplify.binary(b.op(), part.apply(b.left()), part.apply(b.right()));
            case Expr.Extend x -> Simplify.extend(x.signed(), part.apply(x.value()), x.width());
            case Expr.Extract x -> Simplify.extract(part.apply(x.value()), x.low(), x.width());
            case Expr.Insert i -> Simplify.insert(part.apply(i.value()), i.low(), part.apply(i.bits()));
            case Expr.Concat c -> Simplify.concat(part.apply(c.high()), part.apply(c.low()));
            case Expr.Select s ->
                Simplify.select(part.apply(s.condition()), part.apply(s.then()), part.apply(s.otherwise()));
            case Expr.Choose c -> Simplify.choose(part.apply(c.selector()), all(c.alternatives(), part));
            case Expr.Load l -> new Expr.Load(l.space(), l.width(), part.apply(l.address()));
            case Expr.ExternCall c -> new Expr.ExternCall(c.extern(), all(c.arguments(), part));
            case Expr.Call _, Expr.After _ -> throw new IllegalArgumentException("the body still has calls");
        };
    }

    /** Each of several expressions replaced, in their order. */
    public static List<Expr> all(List<Expr> some, UnaryOperator<Expr> replacement) {
        List<Expr> replaced = new ArrayList<>(some.size());
        for (Expr e : some) {
            replaced.add(replacement.apply(e));
        }
        return replaced;
    }
}
