package dev.vmkit.language.ir;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import java.util.List;

/**
 * A value of 1 to 64 bits, always kept zero-extended in a {@code long}. Operands of an expression are evaluated from left
 * to right; a load, a call or an extern may have effects or end the instruction by a trap.
 *
 * <p>Numbers without a width (immediates, loop variables and what is computed from them alone) have width 64 and hold
 * two's complement; where they meet a value of width w they are cut to w by {@link Extract}.
 */
public sealed interface Expr {
    /** Bits of the value, within [1, 64]. */
    int width();

    record Const(int width, long value) implements Expr {
        public Const {
            value &= -1L >>> (64 - width);
        }
    }

    /** The decoded value of the form's operand with this index, sign-extended to 64 bits, without relative base. */
    record OperandValue(int operand) implements Expr {
        @Override
        public int width() {
            return 64;
        }
    }

    /** A local slot. The name is for printing. */
    record Local(int slot, int width, String name) implements Expr {}

    /** The address of this instruction. */
    record Pc(int width) implements Expr {}

    /** The address of the instruction that follows in memory. */
    record Next(int width) implements Expr {}

    /** The register {@code file[index]}; a constant index 0 for a single register. */
    record ReadRegister(RegisterFile file, Expr index) implements Expr {
        @Override
        public int width() {
            return file.width();
        }
    }

    record Unary(UnaryOp op, Expr value) implements Expr {
        @Override
        public int width() {
            return value.width();
        }
    }

    /** Both sides have one width, except that a shift amount may have any. */
    record Binary(BinaryOp op, Expr left, Expr right) implements Expr {
        @Override
        public int width() {
            return op.isComparison() ? 1 : left.width();
        }
    }

    /** Widened by zeros or by copies of the sign bit. */
    record Extend(boolean signed, Expr value, int width) implements Expr {}

    /** The {@code width} bits of a value from bit {@code low} up. */
    record Extract(Expr value, int low, int width) implements Expr {}

    /** The value with the bits from {@code low} up replaced by {@code bits}. */
    record Insert(Expr value, int low, Expr bits) implements Expr {
        @Override
        public int width() {
            return value.width();
        }
    }

    record Concat(Expr high, Expr low) implements Expr {
        @Override
        public int width() {
            return high.width() + low.width();
        }
    }

    /** Evaluates only the chosen side. Also stands for {@code &&} and {@code ||}. */
    record Select(Expr condition, Expr then, Expr otherwise) implements Expr {
        @Override
        public int width() {
            return then.width();
        }
    }

    /** Evaluates only the alternative whose place is the value of the selector, which lies within the list. */
    record Choose(Expr selector, List<Expr> alternatives) implements Expr {
        @Override
        public int width() {
            return alternatives.getFirst().width();
        }
    }

    /** A read from memory of {@code width} bits, a multiple of the space's unit, in the ISA's byte order. */
    record Load(Space space, int width, Expr address) implements Expr {}

    /** A call of a function with one result. */
    record Call(Function function, List<Expr> arguments) implements Expr {
        @Override
        public int width() {
            return function.resultWidths().getFirst();
        }
    }

    /** A call of an extern that returns a value. */
    record ExternCall(Extern extern, List<Expr> arguments) implements Expr {
        @Override
        public int width() {
            return extern.resultWidth();
        }
    }

    /** Runs statements, then evaluates. Made by inlining. */
    record After(Stmt statements, Expr value) implements Expr {
        @Override
        public int width() {
            return value.width();
        }
    }
}
