package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.Label;
import java.util.List;

/** Writes what statements do besides computing, which depends on where they are written: in a {@link Region} or a form. */
interface SideEffects {
    /**
     * Leaves the loaded value, with zeros above its width, on the stack; or leaves the instruction by that way.
     *
     * @param address that of the load, without loads in it
     */
    void load(Expr.Load load, Expr address, Label leave);

    /**
     * Stores the low bits of a value, or leaves the instruction by that way.
     *
     * @param address, value those of the store, without loads in them
     */
    void store(Stmt.Store store, Expr address, Expr value, Label leave);

    /** Writes a register, by {@code plainly}, and what that brings with it. */
    void write(Stmt.WriteRegister write, Runnable plainly);

    /** Ends the instruction by a trap, or leaves it by that way. */
    void raise(Stmt.Raise raise, Label leave);

    /** As many cycles as are on the stack went by. */
    void tick();

    /**
     * Tells the machine something.
     *
     * @param arguments without loads in them
     */
    void signal(Stmt.Signal.Kind kind, List<Expr> arguments);

    /**
     * Calls an extern, and leaves what it gives, with zeros above its width, on the stack.
     *
     * @param arguments without loads in them
     */
    void call(Extern extern, List<Expr> arguments);
}
