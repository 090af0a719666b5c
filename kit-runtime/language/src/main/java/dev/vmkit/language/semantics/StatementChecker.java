package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks statements and makes their IR. */
final class StatementChecker {
    private final Body body;
    private final Branching branching;
    private boolean unreachableReported;

    StatementChecker(Body body) {
        this.body = body;
        this.branching = new Branching(body);
    }

    /** A block with its own names. */
    Stmt block(Ast.Statement statement) {
        List<Stmt> out = new ArrayList<>();
        body.locals.open();
        if (statement instanceof Ast.Block b) {
            check(b, out);
        } else {
            check(statement, out);
        }
        body.locals.close();
        return Simplify.block(out);
    }

    /** The statements of a block, one after the other, in the names of where it stands. */
    void check(Ast.Block block, List<Stmt> out) {
        for (Ast.Statement statement : block.statements()) {
            check(statement, out);
        }
    }

    private void check(Ast.Statement s, List<Stmt> out) {
        if (!body.flow.reachable()) {
            unreachable(s.span());
        }
        switch (s) {
            case Ast.Block b -> out.add(block(b));
            case Ast.Let let -> let(let, out);
            case Ast.LetPair pair -> pair(pair, out);
            case Ast.Assign assign -> assign(assign, out);
            case Ast.Invoke invoke -> body.calls.statement(invoke.call(), out);
            case Ast.If i -> branching.branch(i, out);
            case Ast.Match m -> branching.match(m, out);
            case Ast.For f -> branching.loop(f, out);
            case Ast.Raise r -> raise(r, out);
            case Ast.Return r -> returns(r, out);
        }
    }

    /** Reported once a body: everything after the first is unreachable too. */
    private void unreachable(Span at) {
        if (!unreachableReported) {
            unreachableReported = true;
            body.mistakes.report(
                    SemanticsProblem.UNREACHABLE, at, "this is never reached: every path before it has ended");
        }
    }

    // ---- locals

    private void let(Ast.Let let, List<Stmt> out) {
        Typed value = body.expressions.typed(let.value());
        Optional<Type.Sized> type = let.type().flatMap(this::type);
        if (type.isPresent()) {
            int width = type.get().width();
            Expr expr = body.conversion.forName(
                    width, value, let.value().span(), let.name().text());
            declare(let.name(), type.get(), let.mutable(), expr, out);
        } else if (let.type().isPresent()) {
            declareUnknown(let.name(), out);
        } else if (value instanceof Typed.Number n && !let.mutable()) {
            declare(let.name(), new Type.Numeric(n.range()), false, n.expr(), out);
        } else if (value instanceof Typed.Number) {
            body.mistakes.report(
                    SemanticsProblem.OPEN_WIDTH,
                    let.name().span(),
                    "a number has no width, so '" + let.name().text() + "' has none",
                    "give it a type: var b8 " + let.name().text() + " = ...");
            declareUnknown(let.name(), out);
        } else if (body.conversion.sized(value, let.value().span()) instanceof Typed.Bits b) {
            declare(let.name(), new Type.Sized(b.width(), b.layout()), let.mutable(), b.expr(), out);
        } else {
            declareUnknown(let.name(), out);
        }
    }

    private Optional<Type.Sized> type(Ast.Identifier name) {
        return body.functions.signatures().type(name);
    }

    /** Adds a local that holds the value. */
    void declare(Ast.Identifier name, Type type, boolean mutable, Expr value, List<Stmt> out) {
        int slot = body.locals.newSlot();
        Expr.Const constant = type instanceof Type.Numeric && value instanceof Expr.Const c ? c : null;
        add(name, slot, type, mutable, constant);
        out.add(new Stmt.SetLocal(slot, name.text(), value));
    }

    void add(Ast.Identifier name, int slot, Type type, boolean mutable, Expr.@Nullable Const constant) {
        Locals.Local other = body.locals.find(name.text());
        if (other != null) {
            body.mistakes.report(
                    SemanticsProblem.SHADOWED,
                    name.span(),
                    "'" + name.text() + "' is already the name of a local",
                    "choose another name",
                    other.span(),
                    "the other one");
        }
        body.locals.add(new Locals.Local(name.text(), slot, type, mutable, name.span(), constant));
    }

    /** A local whose value is wrong: uses of it say nothing more. */
    private void declareUnknown(Ast.Identifier name, List<Stmt> out) {
        body.locals.add(
                new Locals.Local(name.text(), body.locals.newSlot(), new Type.Unknown(), true, name.span(), null));
    }

    private void pair(Ast.LetPair pair, List<Stmt> out) {
        int first = body.locals.newSlot();
        int second = body.locals.newSlot();
        List<Type.Sized> types = body.calls.pair(pair.value(), first, second, out);
        add(pair.first(), first, types == null ? new Type.Unknown() : types.get(0), false, null);
        add(pair.second(), second, types == null ? new Type.Unknown() : types.get(1), false, null);
    }

    // ---- assignment

    /** The place first, with its index or address; then the value; then the write. */
    private void assign(Ast.Assign assign, List<Stmt> out) {
        Span at = assign.place().span();
        Place place = writable(body.places.place(assign.place()), at, out);
        boolean bad = place instanceof Place.Value || !body.writer.isWritable(place, at);
        Typed value = body.expressions.typed(assign.value());
        int width = body.reader.width(place);
        if (bad) {
            return;
        }
        Expr expr = width > 0
                ? body.conversion.forPlace(width, value, assign.value().span(), at)
                : body.conversion.sized(value, assign.value().span()) instanceof Typed.Bits b
                        ? b.expr()
                        : Conversion.zero(1);
        body.writer.store(place, expr, at, out);
        body.modes.finishWrites(out);
    }

    /** An operand in a mode becomes the place it stands for. */
    private Place writable(Place place, Span at, List<Stmt> out) {
        return switch (place) {
            case Place.OfMode m -> body.modes.place(m.mode(), at, out);
            case Place.Part p -> new Place.Part(writable(p.whole(), at, out), p.low(), p.width());
            case Place.Bit b -> new Place.Bit(writable(b.whole(), at, out), b.index());
            case Place.Value v -> {
                body.writer.isWritable(v, at);
                yield v;
            }
            default -> place;
        };
    }

    // ---- ends of paths

    private void raise(Ast.Raise raise, List<Stmt> out) {
        Trap trap = body.definition.trap(raise.trap().text());
        if (trap == null) {
            List<String> known =
                    body.definition.traps().stream().map(Trap::name).toList();
            body.mistakes.report(
                    SemanticsProblem.UNKNOWN_TRAP,
                    raise.trap().span(),
                    "unknown trap '" + raise.trap().text() + "'; known: "
                            + known.stream().collect(Collectors.joining(", ")),
                    Suggestion.didYouMean(raise.trap().text(), known));
        }
        if (raise.arguments().size() > 1) {
            body.mistakes.report(
                    SemanticsProblem.ARGUMENTS,
                    raise.span(),
                    "raise takes one value at most, which the trap hook sees as tval");
        }
        Expr value = raise.arguments().isEmpty()
                ? Conversion.zero(64)
                : raised(raise.arguments().getFirst());
        body.flow.trap(raise.span());
        body.flow.end();
        if (trap != null) {
            out.add(new Stmt.Raise(trap, value));
        }
    }

    /** Always 64 bits, with zeros above the value; the widest value raised anywhere is the width of tval. */
    private Expr raised(Ast.Expression argument) {
        Typed typed = body.expressions.typed(argument);
        if (typed instanceof Typed.Number n) {
            if (n.range().isNegativePossible()) {
                body.mistakes.report(
                        SemanticsProblem.RANGE,
                        argument.span(),
                        "a raised number is not negative, this is " + n.range());
            }
            return n.expr();
        }
        if (body.conversion.sized(typed, argument.span()) instanceof Typed.Bits b) {
            body.functions.raises(b.width());
            return Simplify.extend(false, b.expr(), 64);
        }
        return Conversion.zero(64);
    }

    private void returns(Ast.Return r, List<Stmt> out) {
        List<Type.Sized> types = body.results;
        if (r.values().size() != types.size()) {
            body.mistakes.report(
                    SemanticsProblem.NO_VALUE,
                    r.span(),
                    types.isEmpty()
                            ? "there is nothing to return a value to"
                            : "this must return " + (types.size() == 1 ? "a value" : "two values"),
                    types.isEmpty() ? "name the type of the result before the function's name" : "");
        }
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < r.values().size(); i++) {
            Ast.Expression value = r.values().get(i);
            if (i < types.size()) {
                values.add(body.expressions.at(types.get(i).width(), value, "the result"));
            } else {
                body.expressions.typed(value);
            }
        }
        while (values.size() < types.size()) {
            values.add(Conversion.zero(types.get(values.size()).width()));
        }
        out.add(new Stmt.Return(values));
        body.flow.end();
    }
}
