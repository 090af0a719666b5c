package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accesses that lie at fixed distances from the same value of the same register: fields of a structure, slots of a stack
 * frame, elements of an array that are passed one after another. One look at where the first one leads answers for all. Loads
 * and stores have spans of their own: what may be written need not be readable.
 */
final class Spans {
    /** Address units from the first to the last of them. */
    private static final long LONGEST = 1024;

    /** Accesses that belong together. Distances are from the value of the register. */
    static final class Span {
        private final Space space;
        private final Expr.ReadRegister base;
        private final long moved;
        private final boolean stores;
        private long low;
        private long high;
        private int align = 1;
        private int accesses;

        /** The variable with the place of {@link #low()} in its memory; negative before there is one. */
        int variable = -1;

        /** Whether nobody watches any of it. */
        boolean unwatched;

        private Span(Space space, Expr.ReadRegister base, long moved, long low, long high, boolean stores) {
            this.stores = stores;
            this.space = space;
            this.base = base;
            this.moved = moved;
            this.low = low;
            this.high = high;
        }

        private boolean takes(long from, long to) {
            long together = Math.max(high, to) - Math.min(low, from);
            return together >= 0 && together <= LONGEST; // negative where distances lie at both ends of all numbers
        }

        private void add(long from, long to) {
            low = Math.min(low, from);
            high = Math.max(high, to);
            align = stores ? Math.max(align, (int) (to - from)) : align;
            accesses++;
        }

        /** Whether they store. */
        boolean stores() {
            return stores;
        }

        Space space() {
            return space;
        }

        /** Its first address, where it is looked for. */
        Expr address() {
            return new Expr.Binary(BinaryOp.ADD, base, new Expr.Const(base.width(), low() - moved));
        }

        /** The distance of its first address: a multiple of {@link #align()}. */
        long low() {
            return Math.floorDiv(low, align) * align;
        }

        /** Address units it covers. */
        long length() {
            return high - low();
        }

        /** Of what its first address is a multiple, if all stores are aligned. */
        int align() {
            return align;
        }
    }

    /** One access, and how far from the value of its register it lies. */
    record Access(Span span, long distance) {}

    /** A value that a register had. */
    private static final class Origin {
        private final Expr.ReadRegister register;
        private final boolean first;
        private final List<Span> spans = new ArrayList<>();

        /** It is a first one if it had it from the beginning. */
        private Origin(Expr.ReadRegister register, boolean first) {
            this.register = register;
            this.first = first;
        }
    }

    /** What a register has become: so much more than some value. */
    private record Moved(Origin origin, long by) {}

    private final Map<Object, Access> accesses = new IdentityHashMap<>();
    private final List<Span> first = new ArrayList<>();

    private Spans() {}

    /** Those of a block, each to be looked for where its first access is. */
    static Spans of(Block block) {
        Spans spans = new Spans();
        spans.new Search(false).search(block);
        spans.accesses.values().removeIf(access -> access.span().accesses < 2);
        return spans;
    }

    /** Those of blocks that are executed one after another; what depends on nothing that they do can be looked for before. */
    static Spans of(List<Block> rounds) {
        Spans spans = new Spans();
        Search search = spans.new Search(true);
        rounds.forEach(search::search);
        spans.accesses.values().removeIf(access -> access.span().accesses < 2 && !spans.first.contains(access.span()));
        return spans;
    }

    /** None. */
    static Spans none() {
        return new Spans();
    }

    /** The span to which a load or a store of the block belongs, if it does. */
    Optional<Access> of(Object access) {
        return Optional.ofNullable(accesses.get(access));
    }

    /** Those that can be looked for at the beginning. */
    List<Span> first() {
        return first;
    }

    /** Whether nothing can come of an access any more, since its span was looked at. */
    boolean isCertain(Object access) {
        Access known = accesses.get(access);
        return known != null && first.contains(known.span()) && (!known.span().stores || known.span().unwatched);
    }

    /** Walks in the order of execution; what may not be executed is passed over, except that it may change registers. */
    private final class Search extends IrWalker {
        private final Map<Integer, Moved> registers = new HashMap<>();
        private final boolean hoists;
        private boolean begins = true;
        private int depth;

        private Search(boolean hoists) {
            this.hoists = hoists;
        }

        void search(Block block) {
            registers.replaceAll((_, moved) -> moved.origin().first ? moved : anew(moved.origin().register));
            block.instructions().forEach(instruction -> visit(instruction.body()));
        }

        @Override
        public void visit(Stmt s) {
            boolean nested = s instanceof Stmt.If
                    || s instanceof Stmt.Switch
                    || s instanceof Stmt.For
                    || s instanceof Stmt.Scope;
            depth += nested ? 1 : 0;
            super.visit(s);
            depth -= nested ? 1 : 0;
            switch (s) {
                case Stmt.Store t -> note(t, t.space(), t.address(), t.value().width(), true);
                case Stmt.WriteRegister w when w.index() instanceof Expr.Const c -> write(w, c);
                case Stmt.WriteRegister _ -> {
                    registers.clear();
                    begins = false;
                }
                default -> {}
            }
        }

        @Override
        public void visit(Expr e) {
            boolean nested = e instanceof Expr.Select || e instanceof Expr.Choose;
            depth += nested ? 1 : 0;
            super.visit(e);
            depth -= nested ? 1 : 0;
            if (e instanceof Expr.Load l) {
                note(l, l.space(), l.address(), l.width(), false);
            }
        }

        private static Moved anew(Expr.ReadRegister register) {
            return new Moved(new Origin(register, false), 0);
        }

        private void write(Stmt.WriteRegister w, Expr.Const index) {
            if (Registers.exists(w.file(), index.value())) {
                Moved now = depth == 0 && w.file().ones() == 0 ? moved(w.value()) : null;
                registers.put(
                        w.file().slot() + (int) index.value(),
                        now == null ? anew(new Expr.ReadRegister(w.file(), index)) : now);
            }
        }

        /** What an expression is if it is a register and a constant. */
        private @Nullable Moved moved(Expr e) {
            return switch (e) {
                case Expr.ReadRegister r when isKnown(r) -> of(r);
                case Expr.Binary b
                when b.op() == BinaryOp.ADD
                        && b.left() instanceof Expr.ReadRegister r
                        && isKnown(r)
                        && b.right() instanceof Expr.Const c -> {
                    Moved moved = of(r);
                    yield new Moved(moved.origin(), moved.by() + Operations.signExtend(c.value(), c.width()));
                }
                default -> null;
            };
        }

        private static boolean isKnown(Expr.ReadRegister r) {
            return r.index() instanceof Expr.Const c && Registers.exists(r.file(), c.value());
        }

        private Moved of(Expr.ReadRegister r) {
            int slot = r.file().slot() + (int) ((Expr.Const) r.index()).value();
            return registers.computeIfAbsent(slot, _ -> new Moved(new Origin(r, begins), 0));
        }

        private void note(Object access, Space space, Expr address, int width, boolean store) {
            Moved moved = depth > 0 ? null : moved(address);
            if (moved != null && address.width() == space.addressWidth()) {
                Expr.ReadRegister register =
                        address instanceof Expr.ReadRegister r ? r : (Expr.ReadRegister) ((Expr.Binary) address).left();
                add(access, space, moved, register, width, store);
            }
        }

        private void add(
                Object access, Space space, Moved moved, Expr.ReadRegister register, int width, boolean store) {
            long distance = moved.by();
            long end = distance + width / space.unit();
            if (end < distance) {
                return; // beyond all numbers
            }
            if (store && Math.floorMod(distance, end - distance) != 0) {
                return; // aligned only where the others are not
            }
            Origin origin = moved.origin();
            Span span = origin.spans.stream()
                    .filter(s -> s.space.equals(space) && s.stores == store && s.takes(distance, end))
                    .findFirst()
                    .orElse(null);
            if (span == null) {
                boolean early = hoists && origin.first;
                span = early
                        ? new Span(space, origin.register, 0, distance, end, store)
                        : new Span(space, register, of(register).by(), distance, end, store);
                origin.spans.add(span);
                if (early) {
                    first.add(span);
                }
            }
            span.add(distance, end);
            accesses.put(access, new Access(span, distance));
        }
    }
}
