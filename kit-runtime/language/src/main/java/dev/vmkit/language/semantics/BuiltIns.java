package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.UnaryOp;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks calls of the functions that every definition has. */
final class BuiltIns {
    private static final Set<String> VALUES =
            Set.of("zext", "sext", "trunc", "popcount", "clz", "ctz", "mulhu", "mulhs", "mulhsu", "has");
    private static final Set<String> STATEMENTS = Set.of("tick", "fence", "flush", "wait", "halt", "holds");

    private final Body body;

    BuiltIns(Body body) {
        this.body = body;
    }

    static boolean isName(String name) {
        return VALUES.contains(name) || STATEMENTS.contains(name);
    }

    static void addNamesTo(Collection<String> names) {
        names.addAll(VALUES);
        names.addAll(STATEMENTS);
    }

    Typed value(Ast.Call call) {
        return switch (call.function().text()) {
            case "zext", "sext", "trunc" -> resize(call);
            case "popcount" -> count(UnaryOp.POPULATION_COUNT, call);
            case "clz" -> count(UnaryOp.COUNT_LEADING_ZEROS, call);
            case "ctz" -> count(UnaryOp.COUNT_TRAILING_ZEROS, call);
            case "mulhu" -> multiply(BinaryOp.MULTIPLY_HIGH_UNSIGNED, call);
            case "mulhs" -> multiply(BinaryOp.MULTIPLY_HIGH_SIGNED, call);
            case "mulhsu" -> multiply(BinaryOp.MULTIPLY_HIGH_SIGNED_UNSIGNED, call);
            case "has" -> has(call);
            default -> {
                body.mistakes.report(
                        SemanticsProblem.NO_VALUE,
                        call.function().span(),
                        "'" + call.function().text() + "' returns nothing",
                        "call it as a statement");
                yield Typed.BAD;
            }
        };
    }

    void statement(Ast.Call call, List<Stmt> out) {
        switch (call.function().text()) {
            case "tick" -> {
                if (takes(call, 1, 1)) {
                    out.add(new Stmt.Tick(cycles(call.arguments().getFirst())));
                }
            }
            case "fence" -> signal(call, Stmt.Signal.Kind.FENCE, out);
            case "flush" -> flush(call, out);
            case "wait" -> signal(call, Stmt.Signal.Kind.WAIT, out);
            case "holds" -> {
                if (takes(call, 1, 1)) {
                    signal(Stmt.Signal.Kind.HOLDS, call.arguments().getFirst(), "the size of the block", out);
                }
            }
            case "halt" -> signal(call, Stmt.Signal.Kind.HALT, out);
            default ->
                body.mistakes.report(
                        SemanticsProblem.SYNTAX,
                        call.span(),
                        "the value of '" + call.function().text() + "' goes nowhere",
                        "assign it");
        }
    }

    private void signal(Ast.Call call, Stmt.Signal.Kind kind, List<Stmt> out) {
        if (takes(call, 0, 0)) {
            out.add(new Stmt.Signal(kind, List.of()));
        }
    }

    private void signal(Stmt.Signal.Kind kind, Ast.Expression argument, String what, List<Stmt> out) {
        Typed typed = body.expressions.typed(argument);
        Expr value = typed instanceof Typed.Bits b
                ? Simplify.extend(false, b.expr(), 64)
                : body.conversion.to(64, typed, argument.span(), what);
        out.add(new Stmt.Signal(kind, List.of(value)));
    }

    /** Of everything, or of one address. */
    private void flush(Ast.Call call, List<Stmt> out) {
        if (call.arguments().isEmpty()) {
            signal(call, Stmt.Signal.Kind.FLUSH, out);
        } else if (takes(call, 0, 1)) {
            signal(Stmt.Signal.Kind.FLUSH_ADDRESS, call.arguments().getFirst(), "the address", out);
        }
    }

    private Expr cycles(Ast.Expression argument) {
        Typed typed = body.expressions.typed(argument);
        if (typed instanceof Typed.Number n && n.range().isNegativePossible()) {
            body.mistakes.report(
                    SemanticsProblem.RANGE, argument.span(), "the number of cycles may be negative: " + n.range());
        }
        return typed instanceof Typed.Bits b
                ? Simplify.extend(false, b.expr(), 64)
                : body.conversion.to(64, typed, argument.span(), "the number of cycles");
    }

    private boolean takes(Ast.Call call, int least, int most) {
        int given = call.arguments().size();
        boolean right = given >= least && given <= most;
        if (!right) {
            body.mistakes.report(
                    SemanticsProblem.ARGUMENTS,
                    call.span(),
                    "'" + call.function().text() + "' takes " + (least == most ? "" + least : least + " or " + most)
                            + (most == 1 ? " argument, " : " arguments, ") + given + " given");
        }
        return right;
    }

    /** zext, sext and trunc, to a given width or to that of where the value goes. */
    private Typed resize(Ast.Call call) {
        if (!takes(call, 1, 2)) {
            return Typed.BAD;
        }
        String name = call.function().text();
        Ast.Expression argument = call.arguments().getFirst();
        Typed value = body.expressions.typed(argument);
        if (value instanceof Typed.Open open) {
            body.conversion.undetermined(open.span());
            return Typed.BAD;
        }
        if (value instanceof Typed.Bad) {
            return value;
        }
        if (call.arguments().size() == 1) {
            int least = value instanceof Typed.Bits b && !name.equals("trunc") ? b.width() : 1;
            return new Typed.Open(call.span(), least, width -> resized(name, value, width, argument));
        }
        Optional<BigInteger> width = body.expressions.constant(call.arguments().get(1));
        if (width.isEmpty()) {
            return Typed.BAD;
        }
        if (!Range.of(1, 64).contains(width.get())) {
            body.mistakes.report(
                    SemanticsProblem.RANGE, call.arguments().get(1).span(), "a width is 1 to 64, not " + width.get());
            return Typed.BAD;
        }
        return new Typed.Bits(resized(name, value, width.get().intValue(), argument));
    }

    private Expr resized(String name, Typed value, int width, Ast.Expression argument) {
        if (value instanceof Typed.Number n) {
            return name.equals("trunc")
                    ? Simplify.extract(n.expr(), 0, width)
                    : body.conversion.number(n, width, argument.span());
        }
        Expr expr = ((Typed.Bits) value).expr();
        boolean narrows = name.equals("trunc");
        if (narrows ? width > expr.width() : width < expr.width()) {
            body.mistakes.report(
                    SemanticsProblem.WIDTH,
                    argument.span(),
                    name + " cannot make " + Conversion.count(width) + " of " + expr.width(),
                    narrows ? "zext and sext widen" : "write a slice [" + (width - 1) + ":0] or trunc(...)");
            return Conversion.zero(width);
        }
        return narrows ? Simplify.extract(expr, 0, width) : Simplify.extend(name.equals("sext"), expr, width);
    }

    private Typed count(UnaryOp op, Ast.Call call) {
        if (!takes(call, 1, 1)) {
            return Typed.BAD;
        }
        Ast.Expression argument = call.arguments().getFirst();
        Typed value = body.conversion.sized(body.expressions.typed(argument), argument.span());
        return value instanceof Typed.Bits b ? new Typed.Bits(Simplify.unary(op, b.expr())) : Typed.BAD;
    }

    private Typed multiply(BinaryOp op, Ast.Call call) {
        if (!takes(call, 2, 2)) {
            return Typed.BAD;
        }
        Ast.Expression left = call.arguments().get(0);
        Ast.Expression right = call.arguments().get(1);
        Typed leftTyped = body.expressions.typed(left);
        Typed rightTyped = body.expressions.typed(right);
        Arithmetic.Sides sides = new Arithmetic.Sides(leftTyped, left.span(), rightTyped, right.span());
        return body.arithmetic.unify(sides, call.span(), (a, b) -> Simplify.binary(op, a, b));
    }

    private Typed has(Ast.Call call) {
        if (takes(call, 1, 1) && call.arguments().getFirst() instanceof Ast.Name feature) {
            boolean on = body.definition.model().features().contains(feature.text());
            return new Typed.Bits(on ? Simplify.TRUE : Simplify.FALSE);
        }
        if (call.arguments().size() == 1) {
            body.mistakes.report(
                    SemanticsProblem.ARGUMENTS, call.span(), "has(...) asks for the name of a feature, has(C)");
        }
        return Typed.BAD;
    }
}
