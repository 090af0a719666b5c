package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.BoundMode;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Operands in addressing modes. The first mention computes the place once: {@code pre}, then the address; the first
 * access comes next, then {@code then}. Later mentions find the same place.
 */
final class Modes {
    /** An operand of the body by its name there, and the mode it has in this form. */
    record Mode(String name, BoundMode bound) {
        boolean hasSideEffects() {
            return bound.pre().isPresent() || bound.then().isPresent();
        }
    }

    /** What a path has done with a mode: its place, and whether {@code then} is still to come. */
    private record State(@Nullable Place place, boolean thenDue, boolean onSomePaths) {}

    /** The modes mentioned on a path. */
    record States(Map<Mode, State> mentioned) {
        /** Where two paths meet only what both have done is done; what one did must not be done again. */
        States meet(States other) {
            if (mentioned.equals(other.mentioned)) {
                return this;
            }
            Map<Mode, State> both = new HashMap<>();
            meetInto(both, mentioned, other.mentioned);
            meetInto(both, other.mentioned, mentioned);
            return new States(both);
        }

        private static void meetInto(Map<Mode, State> into, Map<Mode, State> from, Map<Mode, State> other) {
            from.forEach((mode, state) -> {
                if (state.equals(other.get(mode))) {
                    into.put(mode, state);
                } else if (mode.hasSideEffects()) {
                    into.put(mode, new State(null, false, true));
                }
            });
        }
    }

    private final Body body;
    private Map<Mode, State> states = new HashMap<>();
    /** The modes whose text is being checked. */
    private final Set<Mode> open = new HashSet<>();

    private int loops;

    Modes(Body body) {
        this.body = body;
    }

    States states() {
        return new States(new HashMap<>(states));
    }

    void set(States saved) {
        states = new HashMap<>(saved.mentioned);
    }

    void enterLoop() {
        loops++;
    }

    void leaveLoop() {
        loops--;
    }

    /** The width of what the mode stands for, or -1. */
    int width(Mode mode) {
        State state = states.get(mode);
        if (state != null && state.place != null) {
            return body.reader.width(state.place);
        }
        Optional<Text> at = mode.bound.at().or(mode.bound::get);
        return at.isEmpty()
                ? -1
                : elsewhere(mode, at.get(), () -> typed(at.get())) instanceof Typed.Bits b ? b.width() : -1;
    }

    private Typed typed(Text text) {
        Ast.Expression e = body.definition.expression(text);
        Body.Point before = body.point();
        Typed result = body.reader.read(body.places.place(e), e.span());
        body.set(before);
        return result;
    }

    /** Reads the operand. What its first mention does comes before the value. */
    Typed read(Mode mode, Span at) {
        List<Stmt> before = new ArrayList<>();
        Place place = mention(mode, at, before);
        Typed value = place != null ? body.reader.read(place, at) : get(mode, at);
        if (isThenDue(mode)) {
            value = kept(value, mode.name, at, before);
            then(mode, before);
        }
        return before.isEmpty() ? value : after(Simplify.block(before), value);
    }

    private Typed get(Mode mode, Span at) {
        Optional<Text> get = mode.bound.get();
        if (get.isEmpty()) {
            body.mistakes.report(
                    SemanticsProblem.MISPLACED,
                    at,
                    "operand '" + mode.name + "' has a mode that cannot be read: " + mode.bound.mode());
            return Typed.BAD;
        }
        return elsewhere(mode, get.get(), () -> body.expressions.typed(body.definition.expression(get.get())));
    }

    private Typed kept(Typed value, String name, Span at, List<Stmt> before) {
        if (value instanceof Typed.Number n) {
            return new Typed.Number(body.keep(n.expr(), name, before), n.range());
        }
        return body.conversion.sized(value, at) instanceof Typed.Bits b
                ? new Typed.Bits(body.keep(b.expr(), name, before), b.layout())
                : Typed.BAD;
    }

    private static Typed after(Stmt before, Typed value) {
        return switch (value) {
            case Typed.Bits b -> new Typed.Bits(Simplify.after(before, b.expr()), b.layout());
            case Typed.Number n -> new Typed.Number(Simplify.after(before, n.expr()), n.range());
            case Typed.Open o -> new Typed.Open(o.span(), o.least(), w -> Simplify.after(before, o.at().apply(w)));
            case Typed.Bad bad -> bad;
        };
    }

    /** The place to write for this operand; its first mention's statements are added to {@code out}. */
    Place place(Mode mode, Span at, List<Stmt> out) {
        BoundMode bound = mode.bound;
        if (bound.at().isEmpty() && bound.set().isEmpty()) {
            body.writer.refuse(
                    at,
                    "operand '" + mode.name + "' has a mode that cannot be written: " + bound.mode(),
                    "list it under except:");
            return Place.BAD;
        }
        Place place = mention(mode, at, out);
        return place == null ? new Place.OfMode(mode) : place;
    }

    /** Writes a mode that has statements for it; they see the value as {@code v}. */
    void set(Mode mode, Expr value, List<Stmt> out) {
        Text statements = mode.bound.set().orElseThrow();
        elsewhere(mode, statements, () -> {
            Type.Sized type = new Type.Sized(value.width());
            body.statements.declare(new Ast.Identifier("v", statements.span()), type, false, value, out);
            body.statements.check(body.definition.body(statements), out);
            return Typed.BAD;
        });
    }

    /** Runs {@code then} of every operand whose access has just been made by a write. */
    void finishWrites(List<Stmt> out) {
        for (Mode mode : List.copyOf(states.keySet())) {
            if (isThenDue(mode)) {
                then(mode, out);
            }
        }
    }

    private boolean isThenDue(Mode mode) {
        State state = states.get(mode);
        return state != null && state.thenDue;
    }

    private void then(Mode mode, List<Stmt> out) {
        State state = states.get(mode);
        states.put(mode, new State(state == null ? null : state.place, false, false));
        mode.bound.then().ifPresent(text -> statements(mode, text, out));
    }

    private void statements(Mode mode, Text text, List<Stmt> out) {
        elsewhere(mode, text, () -> {
            body.statements.check(body.definition.body(text), out);
            return Typed.BAD;
        });
    }

    /** The mode's place, computed now if this is the first mention; null if it has none. */
    private @Nullable Place mention(Mode mode, Span at, List<Stmt> out) {
        State state = states.get(mode);
        if (state != null && !state.onSomePaths) {
            return state.place;
        }
        if (state != null || loops > 0 && mode.hasSideEffects()) {
            body.mistakes.report(
                    SemanticsProblem.FIRST_MENTION,
                    at,
                    "mode " + mode.bound.mode() + " of '" + mode.name + "' has a side effect, which could happen "
                            + (state != null ? "twice here, or not at all" : "in every round of the loop"),
                    "mention it before: let b16 v = " + mode.name);
        }
        mode.bound.pre().ifPresent(text -> statements(mode, text, out));
        Place place = mode.bound.at().map(text -> settled(mode, text, out)).orElse(null);
        states.put(mode, new State(place, mode.bound.then().isPresent(), false));
        return place;
    }

    private Place settled(Mode mode, Text text, List<Stmt> out) {
        Place[] place = {Place.BAD};
        elsewhere(mode, text, () -> {
            Place found = body.places.place(body.definition.expression(text));
            place[0] = body.writer.settle(found, out);
            return Typed.BAD;
        });
        return place[0];
    }

    /** Checks text of the mode, which does not see the body's locals. */
    private Typed elsewhere(Mode mode, Text text, Supplier<Typed> check) {
        if (!open.add(mode)) {
            body.mistakes.report(
                    SemanticsProblem.MISPLACED, text.span(), "mode " + mode.bound.mode() + " is defined by itself");
            return Typed.BAD;
        }
        var hidden = body.locals.hide();
        Typed result = check.get();
        body.locals.unhide(hidden);
        open.remove(mode);
        return result;
    }
}
