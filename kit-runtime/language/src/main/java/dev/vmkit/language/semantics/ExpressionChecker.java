package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.text.Span;
import java.math.BigInteger;
import java.util.Optional;

/** Finds the type of every expression and makes its IR, left to right as it is evaluated. */
final class ExpressionChecker {
    private final Body body;

    ExpressionChecker(Body body) {
        this.body = body;
    }

    Typed typed(Ast.Expression e) {
        return switch (e) {
            case Ast.Literal l -> NameChecker.constant(l.value());
            case Ast.Truth t -> new Typed.Bits(t.value() ? Simplify.TRUE : Simplify.FALSE);
            case Ast.Name _, Ast.Index _, Ast.Slice _, Ast.Member _ -> body.reader.read(body.places.place(e), e.span());
            case Ast.Code c -> code(c);
            case Ast.Prefix p ->
                body.arithmetic.prefix(
                        p.operator(), typed(p.value()), p.span(), p.value().span());
            case Ast.Infix i -> infix(i);
            case Ast.Call c -> body.calls.value(c);
            case Ast.Conditional c -> conditional(c);
            case Ast.Missing _ -> Typed.BAD;
        };
    }

    /** The expression at exactly {@code width} bits. */
    Expr at(int width, Ast.Expression e, String what) {
        return body.conversion.to(width, typed(e), e.span(), what);
    }

    Expr condition(Ast.Expression e) {
        return body.conversion.condition(typed(e), e.span(), "a condition");
    }

    /** The number that an expression is when the definition is read; reports if it is none. */
    Optional<BigInteger> constant(Ast.Expression e) {
        Typed typed = typed(e);
        if (typed instanceof Typed.Number n && n.range().isExact()) {
            return Optional.of(n.range().min());
        }
        if (!(typed instanceof Typed.Bad)) {
            body.mistakes.report(
                    SemanticsProblem.NOT_CONSTANT,
                    e.span(),
                    "'" + Conversion.source(e.span()) + "' is not constant",
                    "a literal, a constant or a parameter is needed here");
        }
        return Optional.empty();
    }

    private Typed code(Ast.Code c) {
        Typed code = body.operands.code(c.operand().text());
        if (code == null) {
            body.mistakes.report(
                    SemanticsProblem.MISPLACED,
                    c.span(),
                    "'#" + c.operand().text()
                            + "' asks for the number of a register operand; there is no such operand");
            return Typed.BAD;
        }
        return code;
    }

    private Typed infix(Ast.Infix i) {
        return switch (i.operator()) {
            case OR_ELSE, AND_THEN -> logical(i);
            case CONCAT -> concat(i);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_SIGNED -> body.arithmetic.shift(i.operator(), sides(i), i.span());
            default ->
                i.operator().isComparison()
                        ? body.arithmetic.compare(i.operator(), sides(i))
                        : body.arithmetic.calculate(i.operator(), sides(i), i.operatorSpan(), i.span());
        };
    }

    private Arithmetic.Sides sides(Ast.Infix i) {
        Typed left = typed(i.left());
        return new Arithmetic.Sides(
                left, i.left().span(), typed(i.right()), i.right().span());
    }

    private Typed logical(Ast.Infix i) {
        String what = "each side of " + i.operator().symbol;
        Expr left = body.conversion.condition(typed(i.left()), i.left().span(), what);
        boolean enough = i.operator() == Operator.OR_ELSE;
        if (Decided.of(i.left(), left).filter(value -> value == enough).isPresent()) {
            return new Typed.Bits(left);
        }
        Body.Point skipped = body.point();
        Expr right = body.conversion.condition(typed(i.right()), i.right().span(), what);
        body.meet(skipped);
        return new Typed.Bits(
                i.operator() == Operator.AND_THEN
                        ? Simplify.select(left, right, Simplify.FALSE)
                        : Simplify.select(left, Simplify.TRUE, right));
    }

    private Typed concat(Ast.Infix i) {
        Typed left = piece(i.left());
        Typed right = piece(i.right());
        if (!(left instanceof Typed.Bits high) || !(right instanceof Typed.Bits low)) {
            return Typed.BAD;
        }
        if (high.width() + low.width() > 64) {
            body.mistakes.report(
                    SemanticsProblem.WIDTH,
                    i.operatorSpan(),
                    "together this is " + (high.width() + low.width()) + " bits; 64 are the most");
            return Typed.BAD;
        }
        return new Typed.Bits(Simplify.concat(high.expr(), low.expr()));
    }

    /** A side of {@code @}: a hexadecimal or binary literal has the width it is written with. */
    private Typed piece(Ast.Expression e) {
        if (e instanceof Ast.Literal l && l.digits() > 0 && l.digits() <= 64) {
            return new Typed.Bits(new Expr.Const(l.digits(), l.value().longValue()));
        }
        Typed value = typed(e);
        if (value instanceof Typed.Number) {
            body.mistakes.report(
                    SemanticsProblem.OPEN_WIDTH,
                    e.span(),
                    "a number has no width, so '@' cannot join it",
                    "write it with all its digits, 0b0010 or 0x2, or zext(" + Conversion.source(e.span()) + ", n)");
            return Typed.BAD;
        }
        return body.conversion.sized(value, e.span());
    }

    /** Where params decide the condition, only the side that is taken is checked. */
    private Typed conditional(Ast.Conditional c) {
        Expr condition = condition(c.condition());
        Optional<Boolean> decided = Decided.of(c.condition(), condition);
        if (decided.isPresent()) {
            return typed(decided.get() ? c.then() : c.otherwise());
        }
        Body.Point before = body.point();
        Typed then = typed(c.then());
        Body.Point afterThen = body.point();
        body.set(before);
        Typed otherwise = typed(c.otherwise());
        body.meet(afterThen);
        Span thenSpan = c.then().span();
        if (then instanceof Typed.Number a && otherwise instanceof Typed.Number b) {
            return new Typed.Number(
                    Simplify.select(condition, a.expr(), b.expr()), a.range().join(b.range()));
        }
        Arithmetic.Sides sides =
                new Arithmetic.Sides(then, thenSpan, otherwise, c.otherwise().span());
        return body.arithmetic.unify(sides, c.span(), (a, b) -> Simplify.select(condition, a, b));
    }
}
