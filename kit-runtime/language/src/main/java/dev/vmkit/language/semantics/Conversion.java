package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.text.Span;

/** Brings values to the width of where they go. Widths never change by themselves; only numbers adapt. */
final class Conversion {
    private final Mistakes mistakes;

    Conversion(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The value at exactly {@code width} bits; {@code role} says in messages what it is. */
    Expr to(int width, Typed value, Span at, String role) {
        return differs(width, value) ? wrongWidth(width, (Typed.Bits) value, at, role) : adapted(width, value, at);
    }

    /** The value for a parameter or local of that name. */
    Expr forName(int width, Typed value, Span at, String name) {
        return differs(width, value)
                ? wrongWidth(width, (Typed.Bits) value, at, "value for '" + name + "'")
                : adapted(width, value, at);
    }

    /** The value for the place that is written there. */
    Expr forPlace(int width, Typed value, Span at, Span place) {
        return differs(width, value) ? forName(width, value, at, source(place)) : adapted(width, value, at);
    }

    private static boolean differs(int width, Typed value) {
        return value instanceof Typed.Bits bits && bits.width() != width;
    }

    private Expr wrongWidth(int width, Typed.Bits bits, Span at, String role) {
        mistakes.report(
                SemanticsProblem.WIDTH,
                at,
                role + " is " + wide(bits.width()) + " but " + width + (width == 1 ? " is needed" : " are needed"),
                fix(bits.width(), width, at));
        return zero(width);
    }

    private Expr adapted(int width, Typed value, Span at) {
        return switch (value) {
            case Typed.Bits bits -> bits.expr();
            case Typed.Number number -> number(number, width, at);
            case Typed.Open open -> open.at().apply(width);
            case Typed.Bad _ -> zero(width);
        };
    }

    /** A number cut to {@code width} bits, all of whose possible values fit. */
    Expr number(Typed.Number number, int width, Span at) {
        if (!number.range().fits(width)) {
            String subject = number.range().isExact() ? "the number " : "a number of ";
            mistakes.report(
                    SemanticsProblem.RANGE,
                    at,
                    subject + number.range() + " does not fit " + count(width) + ": " + Range.unsigned(width) + " or "
                            + Range.signed(width),
                    number.range().isExact() ? "" : narrower(width, at));
            return zero(width);
        }
        return Simplify.extract(number.expr(), 0, width);
    }

    /** A condition: exactly one bit. */
    Expr condition(Typed value, Span at, String what) {
        if (value instanceof Typed.Bits bits && bits.width() == 1) {
            return bits.expr();
        }
        if (value instanceof Typed.Bits bits) {
            mistakes.report(
                    SemanticsProblem.CONDITION,
                    at,
                    what + " must be a bool, this is " + wide(bits.width()),
                    "write " + parenthesised(at) + " != 0");
        } else if (value instanceof Typed.Number) {
            mistakes.report(
                    SemanticsProblem.CONDITION, at, what + " must be a bool, this is a number", "compare it: != 0");
        } else if (value instanceof Typed.Open open) {
            return open.at().apply(1);
        }
        return zero(1);
    }

    /** The value with the width it has; a number or an open expression has none, which is a mistake here. */
    Typed sized(Typed value, Span at) {
        switch (value) {
            case Typed.Open open -> undetermined(open.span());
            case Typed.Number _ ->
                mistakes.report(
                        SemanticsProblem.OPEN_WIDTH,
                        at,
                        "a number has no width of its own",
                        "write zext(" + source(at) + ", n) with the width n that is meant");
            case Typed.Bits _, Typed.Bad _ -> {
                return value;
            }
        }
        return Typed.BAD;
    }

    void undetermined(Span at) {
        mistakes.report(
                SemanticsProblem.OPEN_WIDTH,
                at,
                "the width of this expression is not determined",
                "write zext(x, n), or give the local a type: let b9 s = ...");
    }

    /** What to write to bring a value of one width to another. */
    static String fix(int from, int to, Span at) {
        String text = source(at);
        return from < to
                ? "write zext(" + text + ") or sext(" + text + ")"
                : "write a slice " + parenthesised(at) + "[" + (to - 1) + ":0] or trunc(" + text + ")";
    }

    private static String narrower(int width, Span at) {
        return "write trunc(%s, %d) if its lowest %s will do, or widen what it is used with"
                .formatted(source(at), width, width == 1 ? "bit" : width + " bits");
    }

    /** The source text, or x where it is too long to repeat. */
    static String source(Span at) {
        String text = at.file().content().substring(at.start(), at.end());
        return text.isEmpty() || text.length() > 24 || text.indexOf('\n') >= 0 ? "x" : text;
    }

    private static String parenthesised(Span at) {
        String text = source(at);
        boolean compound = text.indexOf(' ') >= 0 && !text.startsWith("(");
        return compound ? "(" + text + ")" : text;
    }

    static String wide(int width) {
        return count(width) + " wide";
    }

    static String count(int width) {
        return width == 1 ? "1 bit" : width + " bits";
    }

    static Expr zero(int width) {
        return new Expr.Const(width, 0);
    }
}
