package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.RegisterMap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what names with brackets and fields stand for. */
final class PlaceChecker {
    private final Body body;
    private final Definition definition;
    private final NameChecker names;

    PlaceChecker(Body body) {
        this.body = body;
        this.definition = body.definition;
        this.names = new NameChecker(body);
    }

    /** The place; an expression that is none becomes a {@link Place.Value}. */
    Place place(Ast.Expression e) {
        return switch (e) {
            case Ast.Name name -> names.place(name);
            case Ast.Index index -> index(index);
            case Ast.Slice slice -> slice(slice);
            case Ast.Member member -> member(member);
            default -> new Place.Value(body.expressions.typed(e), "an expression");
        };
    }

    private Place index(Ast.Index e) {
        if (e.value() instanceof Ast.Name name && !names.isInner(name.text())) {
            RegisterFile file = definition.register(name.text());
            if (file != null && file.count() > 1) {
                return new Place.OfRegister(file, registerIndex(file, e.index()));
            }
            RegisterMap map = definition.map(name.text());
            if (map != null) {
                Expr index = body.expressions.at(map.indexWidth(), e.index(), "the index");
                return new Place.OfMap(body.functions.map(map), index);
            }
            if (file == null) {
                Place memory = memory(name, e.index());
                if (memory != null) {
                    return memory;
                }
            }
        }
        return bit(place(e.value()), e);
    }

    private Expr registerIndex(RegisterFile file, Ast.Expression index) {
        Typed typed = body.expressions.typed(index);
        if (typed instanceof Typed.Number n) {
            if (!n.range().isWithin(Range.of(0, file.count() - 1))) {
                outsideFile(file, "index " + n.range() + " lies outside", index.span());
                return new Expr.Const(64, 0);
            }
            return n.expr();
        }
        if (body.conversion.sized(typed, index.span()) instanceof Typed.Bits bits) {
            if (bits.width() > 31 || 1L << bits.width() > file.count()) {
                outsideFile(file, "an index of " + Conversion.count(bits.width()) + " may lie outside", index.span());
            }
            return bits.expr();
        }
        return new Expr.Const(64, 0);
    }

    private void outsideFile(RegisterFile file, String what, Span at) {
        body.mistakes.report(
                SemanticsProblem.RANGE,
                at,
                what + " " + file.name() + ", which has registers 0 to " + (file.count() - 1));
    }

    /** {@code mem[a]} or {@code mem16[a]}; null if no space has that name. */
    private @Nullable Place memory(Ast.Name name, Ast.Expression address) {
        Space space = definition.space(name.text());
        int width = space == null ? 0 : space.unit();
        if (space == null) {
            int digits = name.text().length();
            while (digits > 0 && Character.isDigit(name.text().charAt(digits - 1))) {
                digits--;
            }
            space = definition.space(name.text().substring(0, digits));
            if (space == null || name.text().length() - digits > 3) {
                return null;
            }
            width = Integer.parseInt(name.text().substring(digits));
        }
        if (width == 0 || width > 64 || width % space.unit() != 0) {
            body.mistakes.report(
                    SemanticsProblem.WIDTH,
                    name.span(),
                    space.name() + " is made of units of " + space.unit()
                            + " bits and is accessed by whole units, up to 64 bits");
            return Place.BAD;
        }
        Expr at = body.expressions.at(space.addressWidth(), address, "the address");
        return new Place.OfMemory(space, width, at);
    }

    private Place bit(Place whole, Ast.Index e) {
        Typed index = body.expressions.typed(e.index());
        int width = bitsOf(whole, e.value().span());
        if (width < 0 || index instanceof Typed.Bad) {
            return Place.BAD;
        }
        if (index instanceof Typed.Number n) {
            if (!n.range().isWithin(Range.of(0, width - 1))) {
                outside("bit " + n.range() + " lies", width, e.index().span());
                return Place.BAD;
            }
            return n.range().isExact()
                    ? new Place.Part(whole, n.range().min().intValue(), 1)
                    : new Place.Bit(whole, n.expr());
        }
        return body.conversion.sized(index, e.index().span()) instanceof Typed.Bits b
                ? new Place.Bit(whole, b.expr())
                : Place.BAD;
    }

    private Place slice(Ast.Slice e) {
        Place whole = place(e.value());
        int width = bitsOf(whole, e.value().span());
        int high = bound(e.high(), width);
        int low = bound(e.low(), width);
        if (width < 0 || high < 0 || low < 0) {
            return Place.BAD;
        }
        if (low > high) {
            body.mistakes.report(
                    SemanticsProblem.SLICE,
                    e.span(),
                    "a slice goes from the higher bit down to the lower",
                    "write [" + low + ":" + high + "]");
            return Place.BAD;
        }
        return new Place.Part(whole, low, high - low + 1);
    }

    /** A constant bit number inside {@code width} bits, else -1. */
    private int bound(Ast.Expression e, int width) {
        Optional<BigInteger> value = body.expressions.constant(e);
        if (value.isEmpty() || width < 0) {
            return -1;
        }
        if (!Range.of(0, width - 1).contains(value.get())) {
            outside("bit " + value.get() + " lies", width, e.span());
            return -1;
        }
        return value.get().intValue();
    }

    private void outside(String what, int width, Span at) {
        body.mistakes.report(
                SemanticsProblem.SLICE,
                at,
                what + " outside a " + width + "-bit value",
                width == 1 ? "it has bit 0 alone" : "its bits are " + (width - 1) + " to 0");
    }

    /** The width of something whose bits are asked for, else -1. */
    private int bitsOf(Place place, Span at) {
        if (isNumber(place)) {
            body.mistakes.report(
                    SemanticsProblem.OPEN_WIDTH,
                    at,
                    "a number has no bits of its own",
                    "write trunc(" + Conversion.source(at) + ", n) for its lowest n bits");
            return -1;
        }
        if (place instanceof Place.Value v && v.value() instanceof Typed.Open open) {
            body.conversion.undetermined(open.span());
            return -1;
        }
        return body.reader.width(place);
    }

    private static boolean isNumber(Place place) {
        return place instanceof Place.Value v && v.value() instanceof Typed.Number
                || place instanceof Place.OfLocal l && l.local().type() instanceof Type.Numeric;
    }

    // ---- fields

    private Place member(Ast.Member e) {
        Place whole = place(e.value());
        if (body.reader.width(whole) < 0 && isBad(whole)) {
            return Place.BAD;
        }
        Map<String, BitRange> fields = body.reader.fields(whole);
        BitRange bits = fields.get(e.name().text());
        if (bits == null) {
            body.mistakes.report(
                    SemanticsProblem.UNKNOWN_FIELD,
                    e.name().span(),
                    fields.isEmpty()
                            ? "'" + Conversion.source(e.value().span()) + "' has no fields"
                            : "no field '" + e.name().text() + "' here; there are "
                                    + String.join(", ", fields.keySet()),
                    Suggestion.didYouMean(e.name().text(), fields.keySet()));
            return Place.BAD;
        }
        return part(whole, bits);
    }

    private static boolean isBad(Place place) {
        return place instanceof Place.Value v && v.value() instanceof Typed.Bad
                || place instanceof Place.OfLocal l && l.local().type() instanceof Type.Unknown;
    }

    private static Place part(Place whole, BitRange bits) {
        return new Place.Part(whole, bits.low(), bits.width());
    }
}
