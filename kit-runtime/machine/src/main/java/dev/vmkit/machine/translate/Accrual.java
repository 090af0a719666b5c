package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.UnaryOp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an instruction collects the exceptions of its floating-point operations. Often their local is only used as in
 * {@code R | flags} or {@code flags & ~R}, with R a register that nothing else takes bits from: then a flag that R holds
 * already makes no difference, and need not be found out.
 */
final class Accrual extends IrWalker {
    private final Map<Integer, Set<Expr.ReadRegister>> collected = new HashMap<>();
    private final Set<Integer> seen = new HashSet<>();
    private final Set<String> lost = new HashSet<>();

    private Accrual() {}

    static Accrual of(Stmt body) {
        Accrual walk = new Accrual();
        walk.visit(body);
        return walk;
    }

    /** Whether anybody looks at the local. */
    boolean matters(int slot) {
        return seen.contains(slot) || collected.containsKey(slot);
    }

    /** The one register in which the flags of that local are collected, if that is all that happens to them. */
    Optional<Expr.ReadRegister> register(int slot) {
        Set<Expr.ReadRegister> registers = collected.getOrDefault(slot, Set.of());
        return seen.contains(slot) || registers.size() != 1
                ? Optional.empty()
                : registers.stream()
                        .filter(r -> !lost.contains(r.file().name()))
                        .findFirst();
    }

    @Override
    public void visit(Stmt s) {
        if (s instanceof Stmt.WriteRegister w && !isAdded(w)) {
            lost.add(w.file().name());
        }
        super.visit(s);
    }

    /** Whether all bits of the register stay. */
    private static boolean isAdded(Stmt.WriteRegister w) {
        Expr old = new Expr.ReadRegister(w.file(), w.index());
        return w.value() instanceof Expr.Binary b
                && b.op() == BinaryOp.OR
                && (b.left().equals(old) || b.right().equals(old));
    }

    @Override
    public void visit(Expr e) {
        if (e instanceof Expr.Binary b
                && (isCollected(b, b.left(), b.right()) || isCollected(b, b.right(), b.left()))) {
            return;
        }
        if (e instanceof Expr.Local l) {
            seen.add(l.slot());
        }
        super.visit(e);
    }

    private boolean isCollected(Expr.Binary whole, Expr flags, Expr other) {
        Expr in = whole.op() == BinaryOp.AND && other instanceof Expr.Unary u && u.op() == UnaryOp.NOT
                ? u.value()
                : other;
        boolean fits = whole.op() == BinaryOp.OR || whole.op() == BinaryOp.AND && in != other;
        if (fits
                && flags instanceof Expr.Local l
                && in instanceof Expr.ReadRegister r
                && r.index() instanceof Expr.Const) {
            collected.computeIfAbsent(l.slot(), _ -> new HashSet<>()).add(r);
            return true;
        }
        return false;
    }
}
