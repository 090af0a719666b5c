package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.isa.RegisterMap;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The functions made for a register map. Reading {@code csr[n]} calls {@code csr.read(n)} and writing calls {@code
 * csr.write(n, v)}; both do what {@code missing} says at an index without entry. What {@code access} and the entries'
 * {@code check} say is done by {@code csr_check(n, store)}, which instructions call before they touch the map.
 */
final class MapFunctions {
    private final Functions functions;
    private final RegisterMap map;
    private Signature.@Nullable OfFunction read;
    private Signature.@Nullable OfFunction write;
    private Signature.@Nullable OfFunction check;

    MapFunctions(Functions functions, RegisterMap map) {
        this.functions = functions;
        this.map = map;
    }

    /** Bits of every entry. */
    int width() {
        return map.width();
    }

    List<Function> functions() {
        return List.of(reader().function(), writer().function(), check().function());
    }

    Expr read(Body caller, Expr index, Span at) {
        caller.flow.call(reader().summary(), at);
        return new Expr.Call(reader().function(), List.of(index));
    }

    void write(Body caller, Expr index, Expr value, Span at, List<Stmt> out) {
        caller.flow.call(writer().summary(), at);
        out.add(new Stmt.Run(writer().function(), List.of(index, value)));
    }

    Signature.OfFunction check() {
        Signature.OfFunction known = check;
        if (known == null) {
            known = new Maker(map.name() + "_check", false, parameter("store", 1)).make(Maker::check);
            check = known;
        }
        return known;
    }

    private Signature.OfFunction reader() {
        Signature.OfFunction known = read;
        if (known == null) {
            known = new Maker(map.name() + ".read", true)
                    .make((maker, out) -> maker.choose(maker::readEntry, map.missing(), out));
            read = known;
        }
        return known;
    }

    private Signature.OfFunction writer() {
        Signature.OfFunction known = write;
        if (known == null) {
            known = new Maker(map.name() + ".write", false, parameter("v", map.width()))
                    .make((maker, out) -> maker.choose(maker::writeEntry, map.missing(), out));
            write = known;
        }
        return known;
    }

    private Signature.Parameter parameter(String name, int width) {
        return new Signature.Parameter(name, new Type.Sized(width), map.span());
    }

    /** What a function does at one entry. */
    private interface EntryStep {
        void add(RegisterMap.Entry entry, List<Stmt> out);
    }

    /** Makes one of the functions. */
    private final class Maker {
        private final Signature signature;
        private final Body body;

        Maker(String name, boolean reads, Signature.Parameter... others) {
            List<Signature.Parameter> parameters = new ArrayList<>();
            parameters.add(parameter("n", map.indexWidth()));
            parameters.addAll(List.of(others));
            List<Type.Sized> results = reads ? List.of(new Type.Sized(map.width())) : List.of();
            this.signature = new Signature(name, results, parameters, map.span());
            this.body = new Body(functions, Operands.NONE, List.of());
        }

        Signature.OfFunction make(BiConsumer<Maker, List<Stmt>> content) {
            List<Integer> widths = Functions.declareParameters(body, signature);
            List<Stmt> out = new ArrayList<>();
            content.accept(this, out);
            return Functions.made(body, signature, widths, Simplify.block(out));
        }

        /** A switch over the entries; {@code missing} is for an index without one. */
        void choose(EntryStep each, Optional<Text> missing, List<Stmt> out) {
            Body.Point before = body.point();
            Map<Long, Stmt> cases = new LinkedHashMap<>();
            List<Stmt> otherwise = new ArrayList<>();
            missing.ifPresent(text -> statements(text, otherwise));
            if (!signature.results().isEmpty() && body.flow.reachable()) {
                otherwise.add(new Stmt.Return(List.of(Conversion.zero(map.width()))));
            }
            Body.Point after = body.point();
            for (RegisterMap.Entry entry : map.entries()) {
                body.set(before);
                List<Stmt> steps = new ArrayList<>();
                each.add(entry, steps);
                if (!steps.isEmpty() || missing.isPresent()) {
                    cases.put(entry.index(), Simplify.block(steps));
                }
                body.meet(after);
                after = body.point();
            }
            Expr index = new Expr.Local(0, map.indexWidth(), "n");
            out.add(new Stmt.Switch(index, cases, Simplify.block(otherwise)));
        }

        private void statements(Text text, List<Stmt> out) {
            body.locals.open();
            body.statements.check(body.definition.body(text), out);
            body.locals.close();
        }

        /** Where there is no entry, there is nothing that may or may not be accessed. */
        void check(List<Stmt> out) {
            if (map.access().isPresent()) {
                choose((_, _) -> {}, map.missing(), out);
                statements(map.access().get(), out);
                choose(this::checkEntry, Optional.empty(), out);
            } else {
                choose(this::checkEntry, map.missing(), out);
            }
        }

        void checkEntry(RegisterMap.Entry entry, List<Stmt> out) {
            entry.check().ifPresent(text -> statements(text, out));
        }

        private Expr expression(Text text) {
            Ast.Expression e = body.definition.expression(text);
            return body.expressions.at(map.width(), e, "this");
        }

        void readEntry(RegisterMap.Entry entry, List<Stmt> out) {
            Optional<Text> instead = entry.value().or(entry::read);
            Expr value = instead.isPresent() ? expression(instead.get()) : stored(entry);
            Expr seen = entry.readMask().isPresent()
                    ? Simplify.binary(
                            BinaryOp.AND, value, expression(entry.readMask().get()))
                    : value;
            out.add(new Stmt.Return(List.of(seen)));
        }

        /** The loader has seen to it that there is a register behind an entry without value. */
        private Expr stored(RegisterMap.Entry entry) {
            Place place = Objects.requireNonNull(storage(entry));
            Typed value = body.reader.read(place, entry.span());
            return body.conversion.to(map.width(), value, entry.span(), "the register behind this entry");
        }

        private @Nullable Place storage(RegisterMap.Entry entry) {
            return functions.definition().storage(entry.of().orElse(entry.name()));
        }

        /** Bits outside the write mask keep their value; a value that is not accepted changes nothing. */
        void writeEntry(RegisterMap.Entry entry, List<Stmt> out) {
            if (entry.write().isPresent()) {
                guarded(entry, inner -> statements(entry.write().get(), inner), out);
                return;
            }
            Place place = storage(entry);
            if (entry.value().isEmpty() && place != null && body.reader.width(place) == map.width()) {
                guarded(entry, inner -> body.writer.store(place, masked(entry, place), entry.span(), inner), out);
            }
        }

        private void guarded(RegisterMap.Entry entry, Consumer<List<Stmt>> write, List<Stmt> out) {
            if (entry.accept().isEmpty()) {
                write.accept(out);
                return;
            }
            Expr condition = body.expressions.condition(
                    body.definition.expression(entry.accept().get()));
            List<Stmt> inner = new ArrayList<>();
            write.accept(inner);
            out.add(new Stmt.If(condition, Simplify.block(inner), Stmt.Block.EMPTY));
        }

        private Expr masked(RegisterMap.Entry entry, Place place) {
            Expr value = new Expr.Local(1, map.width(), "v");
            if (entry.writeMask().isEmpty()) {
                return value;
            }
            Expr mask = expression(entry.writeMask().get());
            Expr old = body.reader.bits(place, entry.span());
            Expr kept = Simplify.binary(BinaryOp.AND, old, Simplify.unary(UnaryOp.NOT, mask));
            return Simplify.binary(BinaryOp.OR, kept, Simplify.binary(BinaryOp.AND, value, mask));
        }
    }
}
