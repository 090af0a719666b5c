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

/**
 * The accesses of a block that lie at fixed distances from the same value of the same register: fields of a structure, slots
 * of a stack frame. One look at where the first one leads answers for all. Loads and stores have spans of their own: what may
 * be written need not be readable.
 */
final class Spans {
    /** Address units from the first to the last of them. */
    private static final long LONGEST = 1024;

    /** Accesses that belong together. */
    static final class Span {
        private final Space space;
        private final Expr.ReadRegister base;
        private long low;
        private long high;
        private int align = 1;
        private final boolean stores;
        private int accesses;

        /** The variable with the place of {@link #low()} in its memory; negative before there is one. */
        int variable = -1;

        private Span(Space space, Expr.ReadRegister base, long low, long high, boolean stores) {
            this.stores = stores;
            this.space = space;
            this.base = base;
            this.low = low;
            this.high = high;
        }

        private boolean takes(long from, long to) {
            return Math.max(high, to) - Math.min(low, from) <= LONGEST;
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

        Expr.ReadRegister base() {
            return base;
        }

        /** The distance of its first address from the register: a multiple of {@link #align()}. */
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

    /** One access, and how far from its register it lies. */
    record Access(Span span, long distance) {}

    private final Map<Object, Access> accesses = new IdentityHashMap<>();

    private Spans() {}

    /** Those of a block. */
    static Spans of(Block block) {
        Spans spans = new Spans();
        Search search = spans.new Search();
        block.instructions().forEach(instruction -> search.visit(instruction.body()));
        spans.accesses.values().removeIf(access -> access.span().accesses < 2);
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

    /** Walks in the order of execution; what may not be executed is passed over, except that it may change registers. */
    private final class Search extends IrWalker {
        private final Map<Integer, List<Span>> current = new HashMap<>();
        private int depth;

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
                case Stmt.WriteRegister w
                when w.index() instanceof Expr.Const c ->
                    current.remove(w.file().slot() + (int) c.value());
                case Stmt.WriteRegister _ -> current.clear();
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

        private void note(Object access, Space space, Expr address, int width, boolean store) {
            if (depth > 0) {
                return;
            }
            switch (address) {
                case Expr.ReadRegister r -> add(access, space, r, 0, width, store);
                case Expr.Binary b
                when b.op() == BinaryOp.ADD
                        && b.left() instanceof Expr.ReadRegister r
                        && b.right() instanceof Expr.Const c ->
                    add(access, space, r, Operations.signExtend(c.value(), c.width()), width, store);
                default -> {}
            }
        }

        private void add(Object access, Space space, Expr.ReadRegister base, long distance, int width, boolean store) {
            if (!(base.index() instanceof Expr.Const index) || base.width() != space.addressWidth()) {
                return;
            }
            long end = distance + width / space.unit();
            if (store && Math.floorMod(distance, end - distance) != 0) {
                return; // aligned only where the others are not
            }
            List<Span> known =
                    current.computeIfAbsent(base.file().slot() + (int) index.value(), _ -> new ArrayList<>());
            Span span = known.stream()
                    .filter(s -> s.space.equals(space) && s.stores == store && s.takes(distance, end))
                    .findFirst()
                    .orElse(null);
            if (span == null) {
                span = new Span(space, base, distance, end, store);
                known.add(span);
            }
            span.add(distance, end);
            accesses.put(access, new Access(span, distance));
        }
    }
}
