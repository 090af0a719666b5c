package dev.vmkit.language.ir;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.FloatRules;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import java.util.List;
import java.util.Map;

/** An effect. Statements run in sequence; every statement terminates. */
public sealed interface Stmt {

    record Block(List<Stmt> statements) implements Stmt {
        public static final Block EMPTY = new Block(List.of());

        public Block {
            statements = List.copyOf(statements);
        }
    }

    record SetLocal(int slot, String name, Expr value) implements Stmt {}

    /** Takes both results of a function that returns a pair. */
    record SetPair(int firstSlot, int secondSlot, Expr.Call call, Function function) implements Stmt {}

    /**
     * Computes a floating-point operation: the result goes to one local, the exceptions it raised to the other, five bits
     * wide. The arguments are the operands and, where the operation rounds, the code of a rounding.
     */
    record Compute(int resultSlot, int flagsSlot, FloatOperation operation, FloatRules rules, List<Expr> arguments)
            implements Stmt {
        public Compute {
            arguments = List.copyOf(arguments);
        }

        /** The same of other arguments. */
        public Compute of(List<Expr> others) {
            return new Compute(resultSlot, flagsSlot, operation, rules, others);
        }
    }

    /** Writes {@code file[index]}; bits of {@code ones} stay 1; a write to the zero register does nothing. */
    record WriteRegister(RegisterFile file, Expr index, Expr value) implements Stmt {}

    /** Writes memory; the value's width is a multiple of the space's unit. Address before value. */
    record Store(Space space, Expr address, Expr value) implements Stmt {}

    record If(Expr condition, Stmt then, Stmt otherwise) implements Stmt {}

    /** Runs the case of the selector's value, else {@code otherwise}. */
    record Switch(Expr selector, Map<Long, Stmt> cases, Stmt otherwise) implements Stmt {}

    /**
     * Runs the body for {@code from}, {@code from + 1} ... {@code to}, both inclusive, signed 64-bit numbers evaluated once;
     * not at all if {@code to < from}; never more than {@code max} times.
     */
    record For(int slot, String name, Expr from, Expr to, long max, Stmt body) implements Stmt {}

    /** Ends the instruction by a trap; {@code value}, 64 bits wide, is what the hook sees as {@code tval}. */
    record Raise(Trap trap, Expr value) implements Stmt {}

    /** Sets where execution goes on after this instruction. */
    record Jump(Expr target) implements Stmt {}

    /** Leaves the function with its results: none, one, or a pair. */
    record Return(List<Expr> values) implements Stmt {}

    /** Calls a function for its effects. */
    record Run(Function function, List<Expr> arguments) implements Stmt {}

    /** Calls an extern for its effects. */
    record RunExtern(Extern extern, List<Expr> arguments) implements Stmt {}

    /** Evaluates for the effects and drops the value. */
    record Evaluate(Expr value) implements Stmt {}

    /** Adds machine cycles beyond those the form declares. */
    record Tick(Expr cycles) implements Stmt {}

    /** Tells the runtime something, with a value of 64 bits where the kind has one. */
    record Signal(Kind kind, List<Expr> arguments) implements Stmt {
        public Signal {
            arguments = List.copyOf(arguments);
        }

        /** What is told. */
        public enum Kind {
            /** Memory accesses are not moved across. */
            FENCE,
            /** Cached translations and decoded instructions may be stale. */
            FLUSH,
            /** Cached translations of the address given, and of what lies in one block with it, may be stale. */
            FLUSH_ADDRESS,
            /** The translation being made holds for the aligned block of 2 to that power addresses, and no further. */
            HOLDS,
            /** Nothing to do until an interrupt is requested. */
            WAIT,
            /** The machine stops for good. */
            HALT
        }
    }

    /** A block that {@link Leave} with its number ends early. Made by inlining. */
    record Scope(int number, Stmt body) implements Stmt {}

    /** Goes on after the enclosing scope of that number. */
    record Leave(int number) implements Stmt {}
}
