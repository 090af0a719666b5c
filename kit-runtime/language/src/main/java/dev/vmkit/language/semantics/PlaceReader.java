package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.Layout;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads places. */
final class PlaceReader {
    private final Body body;

    PlaceReader(Body body) {
        this.body = body;
    }

    /** What is in the place; {@code at} is where it is read. */
    Typed read(Place place, Span at) {
        return switch (place) {
            case Place.Value v -> v.value();
            case Place.OfLocal(Locals.Local local) -> local(local);
            case Place.OfMode(Modes.Mode mode) -> body.modes.read(mode, at);
            case Place.Part p when p.whole() instanceof Place.Value v && v.value() instanceof Typed.Bad -> Typed.BAD;
            default -> new Typed.Bits(bits(place, at));
        };
    }

    private static Typed local(Locals.Local local) {
        return switch (local.type()) {
            case Type.Sized(int width, Layout layout) ->
                new Typed.Bits(new Expr.Local(local.slot(), width, local.name()), layout);
            case Type.Numeric(Range range) ->
                new Typed.Number(
                        local.constant() != null ? local.constant() : new Expr.Local(local.slot(), 64, local.name()),
                        range);
            case Type.Unknown _ -> Typed.BAD;
        };
    }

    /** The value of a place that has a width. */
    Expr bits(Place place, Span at) {
        return switch (place) {
            case Place.OfRegister(var file, Expr _) when file.isLeftOut() -> Conversion.zero(file.width());
            case Place.OfRegister(var file, Expr index) -> new Expr.ReadRegister(file, index);
            case Place.OfPc _ -> new Expr.Pc(body.definition.pcWidth());
            case Place.OfMemory(Space space, int width, Expr address) -> {
                touch(space, at);
                yield new Expr.Load(space, width, address);
            }
            case Place.OfMap(MapFunctions map, Expr index) -> map.read(body, index, at);
            case Place.Part(Place whole, int low, int width) -> Simplify.extract(bits(whole, at), low, width);
            case Place.Bit(Place whole, Expr index) ->
                Simplify.extract(Simplify.binary(BinaryOp.SHIFT_RIGHT, bits(whole, at), index), 0, 1);
            case Place.Joined(List<Place> parts) -> joined(parts, at);
            case Place.OneOf one -> choose(one, at);
            case Place.OfLocal _, Place.OfMode _, Place.Value _ ->
                read(place, at) instanceof Typed.Bits b ? b.expr() : Conversion.zero(1);
        };
    }

    /** An access to a translated space may trap. */
    void touch(Space space, Span at) {
        if (space.translate().isPresent()) {
            body.flow.trap(at);
        }
    }

    private Expr joined(List<Place> parts, Span at) {
        Expr value = bits(parts.getFirst(), at);
        for (Place part : parts.subList(1, parts.size())) {
            value = Simplify.concat(value, bits(part, at));
        }
        return value;
    }

    private Expr choose(Place.OneOf one, Span at) {
        List<Expr> alternatives = new ArrayList<>();
        for (Optional<Place> place : one.places()) {
            alternatives.add(place.isPresent() ? bits(place.get(), at) : Conversion.zero(one.width()));
        }
        return Simplify.choose(one.selector(), alternatives);
    }

    /** Bits of the place, or -1 where it has no width. */
    int width(Place place) {
        return switch (place) {
            case Place.OfRegister r -> r.file().width();
            case Place.OfPc _ -> body.definition.pcWidth();
            case Place.OfLocal l -> l.local().type() instanceof Type.Sized s ? s.width() : -1;
            case Place.OfMemory m -> m.width();
            case Place.OfMap m -> m.functions().width();
            case Place.Part p -> p.width();
            case Place.Bit _ -> 1;
            case Place.Joined j -> j.parts().stream().mapToInt(this::width).sum();
            case Place.OneOf o -> o.width();
            case Place.OfMode m -> body.modes.width(m.mode());
            case Place.Value v -> v.value() instanceof Typed.Bits b ? b.width() : -1;
        };
    }

    /** The named fields of what is in the place. */
    Map<String, BitRange> fields(Place place) {
        return switch (place) {
            case Place.OfRegister r -> r.file().fields();
            case Place.OfPc _ -> body.definition.model().pc().fields();
            case Place.OfLocal l when l.local().type() instanceof Type.Sized s -> fields(s.layout());
            case Place.Value v when v.value() instanceof Typed.Bits b -> fields(b.layout());
            default -> Map.of();
        };
    }

    private static Map<String, BitRange> fields(@Nullable Layout layout) {
        return layout == null ? Map.of() : layout.fields();
    }
}
