package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Purity;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes places. */
final class PlaceWriter {
    private final Body body;

    PlaceWriter(Body body) {
        this.body = body;
    }

    /** Whether it can be written at all; if not, that is reported. */
    boolean isWritable(Place place, Span at) {
        return switch (place) {
            case Place.Value v -> {
                if (!(v.value() instanceof Typed.Bad)) {
                    refuse(at, "'" + Conversion.source(at) + "' is " + v.what() + " and cannot be written", "");
                }
                yield false;
            }
            case Place.OfLocal(Locals.Local local) -> {
                if (!local.mutable()) {
                    refuse(at, "'" + local.name() + "' never changes", "declare it with var to assign it again");
                }
                yield local.mutable();
            }
            case Place.Part p -> isWritable(p.whole(), at);
            case Place.Bit b -> isWritable(b.whole(), at);
            default -> true;
        };
    }

    void refuse(Span at, String message, String hint) {
        body.mistakes.report(SemanticsProblem.NOT_WRITABLE, at, message, hint);
    }

    /** The place with its index or address computed already, by statements added to {@code out}. */
    Place settle(Place place, List<Stmt> out) {
        return switch (place) {
            case Place.OfRegister r
            when !Purity.isPure(r.index()) -> new Place.OfRegister(r.file(), body.keep(r.index(), "index", out));
            case Place.OfMemory m -> new Place.OfMemory(m.space(), m.width(), body.keep(m.address(), "address", out));
            case Place.OfMap m -> new Place.OfMap(m.functions(), body.keep(m.index(), "index", out));
            case Place.Part p -> new Place.Part(settle(p.whole(), out), p.low(), p.width());
            case Place.Bit b -> new Place.Bit(settle(b.whole(), out), body.keep(b.index(), "bit", out));
            default -> place;
        };
    }

    /** Stores a value that has the place's width. */
    void store(Place place, Expr value, Span at, List<Stmt> out) {
        switch (place) {
            case Place.OfRegister(var file, Expr _) when file.isLeftOut() -> {}
            case Place.OfRegister(var file, Expr index) -> {
                out.add(new Stmt.WriteRegister(file, index, value));
                body.flow.write(at);
            }
            case Place.OfPc _ -> {
                out.add(new Stmt.Jump(value));
                body.flow.jump(at);
            }
            case Place.OfLocal(Locals.Local local) -> out.add(new Stmt.SetLocal(local.slot(), local.name(), value));
            case Place.OfMemory(var space, int _, Expr address) -> {
                body.reader.touch(space, at);
                out.add(new Stmt.Store(space, address, value));
            }
            case Place.OfMap(MapFunctions map, Expr index) -> map.write(body, index, value, at, out);
            case Place.Part p -> storePart(p, value, at, out);
            case Place.Bit b -> storeBit(b, value, at, out);
            case Place.Joined(List<Place> parts) -> split(parts, value, at, out);
            case Place.OneOf one -> choose(one, value, at, out);
            case Place.OfMode(Modes.Mode mode) -> body.modes.set(mode, value, out);
            case Place.Value _ -> {}
        }
    }

    /** The rest of the whole is read after the value is computed, which may have changed it. */
    private void storePart(Place.Part part, Expr value, Span at, List<Stmt> out) {
        Place whole = settle(part.whole(), out);
        Expr bits = Purity.isPure(value) ? value : body.keep(value, "bits", out);
        store(whole, Simplify.insert(body.reader.bits(whole, at), part.low(), bits), at, out);
    }

    private void storeBit(Place.Bit bit, Expr value, Span at, List<Stmt> out) {
        Place whole = settle(bit.whole(), out);
        Expr bits = Purity.isPure(value) ? value : body.keep(value, "bits", out);
        int width = body.reader.width(whole);
        Expr mask = Simplify.binary(BinaryOp.SHIFT_LEFT, new Expr.Const(width, 1), bit.index());
        Expr others = Simplify.binary(BinaryOp.AND, body.reader.bits(whole, at), Simplify.unary(UnaryOp.NOT, mask));
        Expr moved = Simplify.binary(BinaryOp.SHIFT_LEFT, Simplify.extend(false, bits, width), bit.index());
        store(whole, Simplify.binary(BinaryOp.OR, others, moved), at, out);
    }

    private void split(List<Place> parts, Expr value, Span at, List<Stmt> out) {
        Expr kept = body.keep(value, "whole", out);
        int high = value.width();
        for (Place part : parts) {
            int width = body.reader.width(part);
            high -= width;
            store(part, Simplify.extract(kept, high, width), at, out);
        }
    }

    private void choose(Place.OneOf one, Expr value, Span at, List<Stmt> out) {
        Expr kept = body.keep(value, "chosen", out);
        Map<Long, Stmt> cases = new LinkedHashMap<>();
        for (int i = 0; i < one.places().size(); i++) {
            if (one.places().get(i).isPresent()) {
                List<Stmt> inner = new ArrayList<>();
                store(one.places().get(i).get(), kept, at, inner);
                cases.put((long) i, Simplify.block(inner));
            }
        }
        out.add(new Stmt.Switch(one.selector(), cases, Stmt.Block.EMPTY));
    }
}
