package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks if, match and for. */
final class Branching {
    /** Up to this many rounds a loop needs no max. */
    private static final BigInteger MOST_ROUNDS = BigInteger.valueOf(65536);

    private final Body body;

    Branching(Body body) {
        this.body = body;
    }

    /** Where params decide the condition, only the branch that is taken is checked and kept. */
    void branch(Ast.If i, List<Stmt> out) {
        Expr condition = body.expressions.condition(i.condition());
        Optional<Boolean> decided = Decided.of(i.condition(), condition);
        if (decided.isPresent()) {
            Optional<Ast.Statement> taken = decided.get() ? Optional.of(i.then()) : i.otherwise();
            taken.map(body.statements::block).ifPresent(out::add);
            return;
        }
        Body.Point before = body.point();
        Stmt then = body.statements.block(i.then());
        Body.Point afterThen = body.point();
        body.set(before);
        Stmt otherwise =
                i.otherwise().isPresent() ? body.statements.block(i.otherwise().get()) : Stmt.Block.EMPTY;
        body.meet(afterThen);
        out.add(new Stmt.If(condition, then, otherwise));
    }

    void match(Ast.Match m, List<Stmt> out) {
        Typed subject = body.expressions.typed(m.subject());
        if (subject instanceof Typed.Open open) {
            body.conversion.undetermined(open.span());
            subject = Typed.BAD;
        }
        Body.Point before = body.point();
        Body.@Nullable Point after = null;
        Map<Long, Stmt> cases = new LinkedHashMap<>();
        for (Ast.Arm arm : m.arms()) {
            List<Long> values = arm.values().stream()
                    .flatMap(value -> armValue(value, m, cases.keySet()).stream())
                    .toList();
            body.set(before);
            Stmt arms = body.statements.block(arm.body());
            values.forEach(value -> cases.put(value, arms));
            after = met(after);
        }
        body.set(before);
        Stmt otherwise =
                m.otherwise().isPresent() ? body.statements.block(m.otherwise().get()) : Stmt.Block.EMPTY;
        boolean complete = m.otherwise().isEmpty() && isComplete(subject, cases.size());
        if (complete && after != null) {
            body.set(after);
        } else if (after != null) {
            body.meet(after);
        }
        Expr selector = switch (subject) {
            case Typed.Bits b -> b.expr();
            case Typed.Number n -> n.expr();
            default -> Conversion.zero(64);
        };
        check(subject, m);
        out.add(new Stmt.Switch(selector, cases, otherwise));
    }

    private Body.Point met(Body.@Nullable Point after) {
        if (after != null) {
            body.meet(after);
        }
        return body.point();
    }

    private static boolean isComplete(Typed subject, int cases) {
        return subject instanceof Typed.Bits b && b.width() <= 16 && cases == 1 << b.width();
    }

    private Optional<Long> armValue(Ast.Expression e, Ast.Match m, Set<Long> taken) {
        Optional<BigInteger> value = body.expressions.constant(e);
        if (value.isPresent() && taken.contains(value.get().longValue())) {
            body.mistakes.report(
                    SemanticsProblem.DUPLICATE_CASE, e.span(), "an earlier arm already takes " + value.get());
        }
        return value.map(BigInteger::longValue);
    }

    /** Every arm's value must be one that the subject may have. */
    private void check(Typed subject, Ast.Match m) {
        Range range = switch (subject) {
            case Typed.Bits b -> Range.unsigned(b.width());
            case Typed.Number n -> n.range();
            default -> null;
        };
        if (range == null) {
            return;
        }
        for (Ast.Arm arm : m.arms()) {
            for (Ast.Expression e : arm.values()) {
                Optional<BigInteger> value = body.expressions.constant(e);
                if (value.isPresent() && !range.contains(value.get())) {
                    body.mistakes.report(
                            SemanticsProblem.RANGE,
                            e.span(),
                            "the value matched is " + range + " and never " + value.get());
                }
            }
        }
    }

    void loop(Ast.For f, List<Stmt> out) {
        Typed.Number from = bound(f.from());
        Typed.Number to = bound(f.to());
        BigInteger rounds = to.range().max().subtract(from.range().min()).add(BigInteger.ONE);
        Optional<BigInteger> max = f.max().flatMap(body.expressions::constant);
        BigInteger most = max.orElse(rounds).max(BigInteger.ZERO);
        if (most.compareTo(MOST_ROUNDS) > 0) {
            body.mistakes.report(
                    SemanticsProblem.UNBOUNDED,
                    f.to().span(),
                    "this loop may run " + most + " times; " + MOST_ROUNDS + " is the most",
                    max.isPresent() ? "" : "say how often at most: for i in a .. b max 256");
            most = MOST_ROUNDS;
        }
        BigInteger last = from.range().max().add(most).subtract(BigInteger.ONE);
        Range values = new Range(
                from.range().min(), last.min(to.range().max()).max(from.range().min()));
        int slot = body.locals.newSlot();
        body.locals.open();
        body.statements.add(f.name(), slot, new Type.Numeric(values), false, null);
        Flow.Loop loop = body.flow.enterLoop();
        Modes.States modes = body.modes.states();
        body.modes.enterLoop();
        Stmt inside = body.statements.block(f.body());
        body.modes.leaveLoop();
        body.modes.set(modes);
        body.flow.leaveLoop(loop);
        body.locals.close();
        out.add(new Stmt.For(slot, f.name().text(), from.expr(), to.expr(), most.longValue(), inside));
    }

    /** A bound of a loop as a signed number of 64 bits. */
    private Typed.Number bound(Ast.Expression e) {
        Typed typed = body.expressions.typed(e);
        Typed.Number number = switch (typed) {
            case Typed.Number n -> n;
            case Typed.Bits b -> new Typed.Number(Simplify.extend(false, b.expr(), 64), Range.unsigned(b.width()));
            case Typed.Open open -> {
                body.conversion.undetermined(open.span());
                yield zero();
            }
            case Typed.Bad _ -> zero();
        };
        if (!number.range().isWithin(Range.signed(64))) {
            body.mistakes.report(
                    SemanticsProblem.RANGE, e.span(), "a loop's bound must be below 2^63, this is " + number.range());
            return zero();
        }
        return number;
    }

    private static Typed.Number zero() {
        return new Typed.Number(Conversion.zero(64), Range.of(0, 0));
    }
}
