package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks calls of functions and externs. */
final class CallChecker {
    private final Body body;
    private final BuiltIns builtIns;

    CallChecker(Body body) {
        this.body = body;
        this.builtIns = new BuiltIns(body);
    }

    /** A call for its value. */
    Typed value(Ast.Call call) {
        if (BuiltIns.isName(call.function().text())) {
            return builtIns.value(call);
        }
        Signature.Callee callee = callee(call);
        if (callee == null) {
            return Typed.BAD;
        }
        List<Type.Sized> results = callee.signature().results();
        if (results.size() != 1) {
            noValue(call, results.size());
            return Typed.BAD;
        }
        List<Expr> arguments = arguments(call, callee.signature());
        body.flow.call(callee.summary(), call.span());
        Expr result = switch (callee) {
            case Signature.OfFunction f -> new Expr.Call(f.function(), arguments);
            case Signature.OfExtern e -> new Expr.ExternCall(e.extern(), arguments);
            case Signature.OfOperation o -> throw new IllegalStateException("it gives a pair: " + o);
        };
        return new Typed.Bits(result, results.getFirst().layout());
    }

    private void noValue(Ast.Call call, int results) {
        body.mistakes.report(
                SemanticsProblem.NO_VALUE,
                call.function().span(),
                results == 0
                        ? "'" + call.function().text() + "' returns nothing"
                        : "'" + call.function().text() + "' returns a pair",
                results == 0
                        ? "call it as a statement"
                        : "take both: let a, b = " + call.function().text() + "(...)");
    }

    /** A call as a statement. */
    void statement(Ast.Call call, List<Stmt> out) {
        if (BuiltIns.isName(call.function().text())) {
            builtIns.statement(call, out);
            return;
        }
        Signature.Callee callee = callee(call);
        if (callee != null) {
            List<Expr> arguments = arguments(call, callee.signature());
            body.flow.call(callee.summary(), call.span());
            out.add(
                    switch (callee) {
                        case Signature.OfFunction f -> new Stmt.Run(f.function(), arguments);
                        case Signature.OfExtern e -> new Stmt.RunExtern(e.extern(), arguments);
                        case Signature.OfOperation o ->
                            compute(o, arguments, body.locals.newSlot(), body.locals.newSlot());
                    });
        }
    }

    /** {@code let a, b = f(x)}; the two slots are the caller's. */
    @Nullable
    List<Type.Sized> pair(Ast.Expression e, int first, int second, List<Stmt> out) {
        Signature.Callee callee =
                e instanceof Ast.Call call && !BuiltIns.isName(call.function().text()) ? callee(call) : null;
        if (!(e instanceof Ast.Call call)
                || callee instanceof Signature.OfExtern
                || callee == null
                || callee.signature().results().size() != 2) {
            if (callee != null || !(e instanceof Ast.Call)) {
                body.mistakes.report(
                        SemanticsProblem.NO_VALUE, e.span(), "only a function that returns a pair gives two values");
            }
            return null;
        }
        List<Expr> arguments = arguments(call, callee.signature());
        body.flow.call(callee.summary(), call.span());
        out.add(
                switch (callee) {
                    case Signature.OfFunction f -> {
                        Expr.Call made = new Expr.Call(f.function(), arguments);
                        yield new Stmt.SetPair(first, second, made, f.function());
                    }
                    case Signature.OfOperation o -> compute(o, arguments, first, second);
                    case Signature.OfExtern x -> throw new IllegalStateException("it gives no pair: " + x);
                });
        return callee.signature().results();
    }

    private Stmt compute(Signature.OfOperation callee, List<Expr> arguments, int result, int flags) {
        return new Stmt.Compute(
                result, flags, callee.operation(), body.definition.model().floats(), arguments);
    }

    private Signature.@Nullable Callee callee(Ast.Call call) {
        return body.functions.callee(call.function());
    }

    private List<Expr> arguments(Ast.Call call, Signature signature) {
        List<Signature.Parameter> parameters = signature.parameters();
        if (call.arguments().size() != parameters.size()) {
            body.mistakes.report(
                    SemanticsProblem.ARGUMENTS,
                    call.span(),
                    "'" + signature.name() + "' takes " + parameters.size()
                            + (parameters.size() == 1 ? " argument, " : " arguments, ")
                            + call.arguments().size() + " given",
                    signature.toString());
        }
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Ast.Expression argument = call.arguments().get(i);
            if (i >= parameters.size()) {
                body.expressions.typed(argument);
            } else {
                values.add(argument(parameters.get(i), argument));
            }
        }
        while (values.size() < parameters.size()) {
            values.add(Conversion.zero(width(parameters.get(values.size()))));
        }
        return values;
    }

    private Expr argument(Signature.Parameter parameter, Ast.Expression argument) {
        Typed value = body.expressions.typed(argument);
        return body.conversion.forName(width(parameter), value, argument.span(), parameter.name());
    }

    private static int width(Signature.Parameter parameter) {
        return parameter.type() instanceof Type.Sized s ? s.width() : 64;
    }
}
