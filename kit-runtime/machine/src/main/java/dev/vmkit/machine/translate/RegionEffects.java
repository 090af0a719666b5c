package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;

/** Effects in a region: what cannot be done at once is left to the interpreter. */
record RegionEffects(CodeBuilder code, Memory memory, Counts counts) implements SideEffects {
    @Override
    public void load(Expr.Load load, Expr address, Label leave) {
        memory.load(load, address, leave);
    }

    @Override
    public void store(Stmt.Store store, Expr address, Expr value, Label leave) {
        memory.store(store, address, value, leave);
    }

    @Override
    public void write(Stmt.WriteRegister write, Runnable plainly) {
        plainly.run();
    }

    @Override
    public void raise(Stmt.Raise raise, Label leave) {
        code.goto_(leave);
    }

    @Override
    public void tick() {
        counts.tick();
    }

    @Override
    public void signal(Stmt.Signal.Kind kind, List<Expr> arguments) {
        if (kind != Stmt.Signal.Kind.FENCE) {
            throw new IllegalStateException("not for regions: " + kind);
        }
    }

    @Override
    public void call(Extern extern, List<Expr> arguments) {
        throw new IllegalStateException("not for regions: " + extern.name());
    }
}
