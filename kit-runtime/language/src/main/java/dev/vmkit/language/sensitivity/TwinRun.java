package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Specialiser.Specialised;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs an instruction from two states at once, of which only something is known. Where a condition may come out either way
 * both ways are taken, and what is known after them is what both agree on; where it may come out differently in the two
 * runs, each goes its own way until the ways meet.
 */
final class TwinRun {
    /** Rounds of a loop that are gone through one by one. */
    private static final long MOST_ROUNDS = 64;

    /** More than there are bits of which a round could learn that they are not known. */
    private static final int MOST_LESSONS = 1 << 16;

    private final Scenario scenario;
    private final Map<Integer, Flow> leaving = new HashMap<>();
    private final Set<String> firstTraps = new LinkedHashSet<>();
    private final Set<String> secondTraps = new LinkedHashSet<>();
    /** Where those runs had parted that then trapped: without a partner, or where one of several partners was met. */
    private final BitSet trappedAlone = new BitSet();

    private final BitSet trappedLater = new BitSet();
    /** How many places there were so far at which runs may have parted. */
    private int places;

    private TwinRun(Scenario scenario) {
        this.scenario = scenario;
    }

    /** What comes of it. */
    static TwinResult of(IsaModel model, Specialised body, Scenario scenario) {
        TwinRun run = new TwinRun(scenario);
        Flow end = run.execute(body.body(), Flow.of(new TwinState(scenario, model, body.locals())));
        return new TwinResult(end, run.firstTraps, run.secondTraps, run.completesAlone(end));
    }

    /** The conditions under which the runs go one way, and those under which they go the other. */
    private record Split(Flow yes, Flow no) {
        Split swapped() {
            return new Split(no, yes);
        }
    }

    private Flow execute(Stmt s, Flow in) {
        if (in.isEmpty()) {
            return in;
        }
        return switch (s) {
            case Stmt.Block b -> {
                Flow flow = in;
                for (Stmt each : b.statements()) {
                    flow = execute(each, flow);
                }
                yield flow;
            }
            case Stmt.If i -> {
                Split split = split(i.condition(), in);
                yield execute(i.then(), split.yes).join(execute(i.otherwise(), split.no));
            }
            case Stmt.Switch w -> choose(w, in);
            case Stmt.For f -> loop(f, in);
            case Stmt.Raise r -> raise(r, in);
            case Stmt.Scope c -> scope(c, in);
            case Stmt.Leave l -> {
                leaving.merge(l.number(), in, Flow::join);
                yield Flow.NONE;
            }
            default -> {
                in.each(state -> perform(s, state));
                yield in;
            }
        };
    }

    private Flow scope(Stmt.Scope scope, Flow in) {
        Flow end = execute(scope.body(), in);
        Flow left = leaving.remove(scope.number());
        return left == null ? end : end.join(left);
    }

    private Flow raise(Stmt.Raise raise, Flow in) {
        if (in.both() != null || in.first() != null || in.firstMet() != null) {
            firstTraps.add(raise.trap().name());
        }
        if (in.both() != null || in.second() != null || in.secondMet() != null) {
            secondTraps.add(raise.trap().name());
        }
        if (in.second() != null) {
            trappedAlone.or(in.second().partings());
        }
        if (in.secondMet() != null) {
            trappedLater.or(in.secondMet().partings());
        }
        return Flow.NONE;
    }

    /** Whether the first run may complete where the second, from which it parted, traps. */
    private boolean completesAlone(Flow end) {
        return parted(end.first(), trappedAlone)
                || parted(end.firstMet(), trappedAlone)
                || parted(end.first(), trappedLater);
    }

    private static boolean parted(@Nullable TwinState state, BitSet at) {
        return state != null && state.partings().intersects(at);
    }

    /** A statement without ways inside. */
    private void perform(Stmt s, TwinState state) {
        Evaluation values = new Evaluation(state, scenario);
        switch (s) {
            case Stmt.SetLocal l -> state.local(l.slot(), values.of(l.value()));
            case Stmt.Compute c -> {
                boolean alike = values.areSame(c.arguments());
                state.local(c.resultSlot(), Twin.unknown(c.operation().to(), alike));
                state.local(c.flagsSlot(), Twin.unknown(5, alike));
            }
            case Stmt.WriteRegister w -> write(w.file(), values.of(w.index()), values.of(w.value()), state);
            case Stmt.Store t ->
                state.write(
                        values.of(t.address()).isSame() && values.of(t.value()).isSame());
            case Stmt.Jump j -> state.jump(values.of(j.target()));
            case Stmt.RunExtern r -> state.write(values.areSame(r.arguments()));
            case Stmt.Signal g -> state.signal(g.kind());
            case Stmt.Evaluate _, Stmt.Tick _ -> {}
            default -> throw new IllegalArgumentException("the body still has calls");
        }
    }

    private static void write(RegisterFile file, Twin index, Twin value, TwinState state) {
        if (index.isNumber()) {
            state.set(file, (int) Math.min(index.number(), file.count() - 1), value);
            return;
        }
        for (int i = 0; i < file.count(); i++) {
            Twin before = state.get(file, i);
            Twin either = before.join(value);
            state.set(
                    file,
                    i,
                    index.isSame()
                            ? either
                            : new Twin(file.width(), either.first(), either.second(), -1, either.origin()));
        }
    }

    /** Goes apart by a condition; its parts are looked at one by one, so that what they have in common is kept. */
    private Split split(Expr condition, Flow in) {
        if (condition instanceof Expr.Binary b && b.left().width() == 1 && b.op() == BinaryOp.OR) {
            Split left = split(b.left(), in);
            Split right = split(b.right(), left.no);
            return new Split(left.yes.join(right.yes), right.no);
        }
        if (condition instanceof Expr.Binary b && b.left().width() == 1 && b.op() == BinaryOp.AND) {
            Split left = split(b.left(), in);
            Split right = split(b.right(), left.yes);
            return new Split(right.yes, left.no.join(right.no));
        }
        if (condition instanceof Expr.Unary u && u.op() == UnaryOp.NOT) {
            return split(u.value(), in).swapped();
        }
        if (condition instanceof Expr.Select s) {
            Split which = split(s.condition(), in);
            Split then = split(s.then(), which.yes);
            Split otherwise = split(s.otherwise(), which.no);
            return new Split(then.yes.join(otherwise.yes), then.no.join(otherwise.no));
        }
        int here = places++;
        Split split = new Split(
                where(condition, new Asked(Set.of(1L), true, 1), in, here),
                where(condition, new Asked(Set.of(0L), true, 1), in, here));
        if (condition instanceof Expr.Binary b
                && b.op() == BinaryOp.EQUAL
                && b.left() instanceof Expr.Local local
                && b.right() instanceof Expr.Const number) {
            split.yes.each(state -> state.local(local.slot(), Twin.constant(number.width(), number.value())));
        }
        return split;
    }

    /** The runs in which the value of an expression is as asked; by it they may part, at a place of that number. */
    private Flow where(Expr e, Asked asked, Flow in, int here) {
        TwinState both = null;
        TwinState first = one(e, asked, in.first(), Twin::first);
        TwinState second = one(e, asked, in.second(), Twin::second);
        if (in.both() != null) {
            Twin twin = value(e, in.both());
            boolean one = asked.mayHold(twin.first());
            boolean other = asked.mayHold(twin.second());
            both = one && other ? in.both().copy() : null;
            if (one && !twin.isSame() && !asked.holds(twin.second())) {
                first = joined(first, in.both().parted(here));
            }
            if (other && !twin.isSame() && !asked.holds(twin.first())) {
                second = joined(second, in.both().parted(here));
            }
        }
        return new Flow(
                both,
                first,
                second,
                one(e, asked, in.firstMet(), Twin::first),
                one(e, asked, in.secondMet(), Twin::second));
    }

    /** A run that is alone, if the value may be as asked there. */
    private @Nullable TwinState one(Expr e, Asked asked, @Nullable TwinState state, Function<Twin, Twin.Half> half) {
        return state != null && asked.mayHold(half.apply(value(e, state))) ? state.copy() : null;
    }

    private Twin value(Expr e, TwinState state) {
        return new Evaluation(state, scenario).of(e);
    }

    /** What is asked of a value: to be one of some numbers, or none of them. */
    private record Asked(Set<Long> numbers, boolean amongThem, int width) {
        boolean mayHold(Twin.Half half) {
            if (half.isKnown(width)) {
                return numbers.contains(half.bits()) == amongThem;
            }
            return !amongThem || numbers.stream().anyMatch(number -> half.mayBe(number, width));
        }

        boolean holds(Twin.Half half) {
            return half.isKnown(width) && mayHold(half);
        }
    }

    private static TwinState joined(@Nullable TwinState a, TwinState b) {
        return a == null ? b : a.join(b);
    }

    private Flow choose(Stmt.Switch choice, Flow in) {
        int width = choice.selector().width();
        Asked others = new Asked(choice.cases().keySet(), false, width);
        int here = places++;
        Flow out = execute(choice.otherwise(), where(choice.selector(), others, in, here));
        for (Map.Entry<Long, Stmt> each : choice.cases().entrySet()) {
            Asked that = new Asked(Set.of(each.getKey()), true, width);
            out = out.join(execute(each.getValue(), where(choice.selector(), that, in, here)));
        }
        return out;
    }

    /** Round by round where the bounds are numbers; else until nothing more is learnt. */
    private Flow loop(Stmt.For loop, Flow in) {
        OptionalLong from = number(loop.from(), in);
        OptionalLong to = number(loop.to(), in);
        boolean few = from.isPresent() && to.isPresent() && to.getAsLong() - from.getAsLong() < MOST_ROUNDS;
        return few ? rounds(loop, from.getAsLong(), to.getAsLong(), in) : anyRounds(loop, in);
    }

    /** The value of an expression, if it is one number in all runs. */
    private OptionalLong number(Expr e, Flow in) {
        Set<OptionalLong> numbers = new HashSet<>();
        in.each(state -> {
            Twin value = value(e, state);
            numbers.add(value.isNumber() ? OptionalLong.of(value.number()) : OptionalLong.empty());
        });
        return numbers.size() == 1 ? numbers.iterator().next() : OptionalLong.empty();
    }

    /**
     * Runs that part in some round do so at the same place as in any other, or what is known would never agree. Places behind
     * the loop have other numbers than those of all rounds: a loop inside may take fewer of them once less is known.
     */
    private Flow anyRounds(Stmt.For loop, Flow in) {
        int placesBefore = places;
        int placesAfter = places;
        Flow before = in;
        for (int round = 0; round < MOST_LESSONS; round++) {
            places = placesBefore;
            Flow start = before.copy();
            start.each(state -> state.local(loop.slot(), Twin.unknown(64, boundsAlike(loop, state))));
            Flow after = before.copy().join(execute(loop.body(), start));
            placesAfter = Math.max(placesAfter, places);
            if (after.isLike(before)) {
                places = placesAfter;
                return after;
            }
            before = after;
        }
        throw new IllegalStateException("the rounds of a loop never agree");
    }

    private boolean boundsAlike(Stmt.For loop, TwinState state) {
        Evaluation values = new Evaluation(state, scenario);
        return values.areSame(List.of(loop.from(), loop.to()));
    }

    private Flow rounds(Stmt.For loop, long from, long to, Flow in) {
        Flow flow = in;
        for (long i = from; i <= to && i - from < loop.max(); i++) {
            long number = i;
            flow.each(state -> state.local(loop.slot(), Twin.constant(64, number)));
            flow = execute(loop.body(), flow);
        }
        return flow;
    }
}
