package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.Label;
import java.util.List;

/** Writes accesses to memory. What has no straight way is left to the interpreter, which executes the instruction. */
interface Memory {
    /** At the beginning of the region. */
    void begin();

    /** Begins a block. */
    void begin(Block block);

    /** Begins a block of which nothing is to be looked at for several accesses together. */
    void beginSingly();

    /**
     * Begins blocks that are executed one after another; what can be looked for before is.
     *
     * @param otherwise where to go if that cannot be accessed
     */
    void begin(List<Block> rounds, Label otherwise);

    /** Whether an access of the present block cannot fail. */
    boolean isCertain(Object access);

    /**
     * Leaves the loaded value, with zeros above its width, on the stack.
     *
     * @param address that of the load, without loads in it
     */
    void load(Expr.Load load, Expr address, Label leave);

    /**
     * Stores the low bits of a value.
     *
     * @param address, value those of the store, without loads in them
     */
    void store(Stmt.Store store, Expr address, Expr value, Label leave);
}
