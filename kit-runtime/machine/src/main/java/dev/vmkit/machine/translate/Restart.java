package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.RegisterFile;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What has to be taken back where an instruction is left in its middle, so that the interpreter can execute all of it.
 * Stores stay: what they wrote is written once more, which is harmless unless the instruction loads it in between.
 */
final class Restart extends IrWalker {
    /** A register that was written before a point where the instruction may be left. */
    record Written(RegisterFile file, int index) {}

    private final Set<Written> written = new LinkedHashSet<>();
    private final Set<Written> takenBack = new LinkedHashSet<>();
    private final Predicate<Object> certain;
    private boolean lasting;
    private boolean loaded;
    private boolean storedAfterLoad;
    private boolean possible = true;
    private boolean leaves;

    private Restart(Predicate<Object> certain) {
        this.certain = certain;
    }

    /** Whether it can be left at every access. */
    static boolean isPossible(Stmt body) {
        return of(body, _ -> false).possible;
    }

    /** The registers whose old values are needed then; at accesses that are certain to succeed it is not left. */
    static Set<Written> takenBack(Stmt body, Predicate<Object> certain) {
        return of(body, certain).takenBack;
    }

    /** Whether there is a point at all where it may be left. */
    static boolean isNeeded(Stmt body, Predicate<Object> certain) {
        return of(body, certain).leaves;
    }

    private static Restart of(Stmt body, Predicate<Object> certain) {
        Restart walk = new Restart(certain);
        walk.visit(body);
        return walk;
    }

    private void access(Object access) {
        if (!certain.test(access)) {
            mayLeave();
        }
    }

    private void mayLeave() {
        leaves = true;
        possible &= !lasting && !storedAfterLoad;
        takenBack.addAll(written);
    }

    @Override
    public void visit(Stmt s) {
        super.visit(s);
        switch (s) {
            case Stmt.For f -> visit(f.body()); // once more: a later round comes after an earlier one
            case Stmt.WriteRegister w -> note(w);
            case Stmt.Tick _ -> lasting = true;
            case Stmt.Raise _ -> mayLeave();
            case Stmt.Store _ -> {
                access(s);
                storedAfterLoad |= loaded;
            }
            default -> {}
        }
    }

    private void note(Stmt.WriteRegister w) {
        if (w.index() instanceof Expr.Const c) {
            written.add(new Written(w.file(), (int) c.value()));
        } else {
            lasting = true;
        }
    }

    @Override
    public void visit(Expr e) {
        super.visit(e);
        if (e instanceof Expr.Load) {
            access(e);
            loaded = true;
        }
    }
}
