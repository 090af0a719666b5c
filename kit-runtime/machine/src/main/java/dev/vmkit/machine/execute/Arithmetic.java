package dev.vmkit.machine.execute;

import static dev.vmkit.language.ir.Operations.*;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.machine.execute.Value.Constant;
import dev.vmkit.machine.execute.Value.Register;

/**
 * Closures for operations on values. What they compute is defined in {@link dev.vmkit.language.ir.Operations}; here it only
 * says where the operands come from. The two shapes that make up most code, register with register and register with
 * constant, fetch theirs without a call.
 */
final class Arithmetic {
    private Arithmetic() {}

    static Value unary(UnaryOp op, int w, Value a) {
        return switch (op) {
            case NEGATE -> f -> apply(UnaryOp.NEGATE, w, a.get(f));
            case NOT -> f -> apply(UnaryOp.NOT, w, a.get(f));
            case POPULATION_COUNT -> f -> apply(UnaryOp.POPULATION_COUNT, w, a.get(f));
            case COUNT_LEADING_ZEROS -> f -> apply(UnaryOp.COUNT_LEADING_ZEROS, w, a.get(f));
            case COUNT_TRAILING_ZEROS -> f -> apply(UnaryOp.COUNT_TRAILING_ZEROS, w, a.get(f));
        };
    }

    static Value binary(BinaryOp op, int width, Value a, Value b) {
        if (a instanceof Register x && b instanceof Register y) {
            return registers(op, width, x.slot(), y.slot());
        }
        if (a instanceof Register x && b instanceof Constant k) {
            return constant(op, width, x.slot(), k.value());
        }
        return values(op, width, a, b);
    }

    private static Value values(BinaryOp op, int w, Value a, Value b) {
        return switch (op) {
            case ADD -> f -> add(w, a.get(f), b.get(f));
            case SUBTRACT -> f -> subtract(w, a.get(f), b.get(f));
            case MULTIPLY -> f -> multiply(w, a.get(f), b.get(f));
            case DIVIDE_UNSIGNED -> f -> divideUnsigned(w, a.get(f), b.get(f));
            case DIVIDE_SIGNED -> f -> divideSigned(w, a.get(f), b.get(f));
            case REMAINDER_UNSIGNED -> f -> remainderUnsigned(a.get(f), b.get(f));
            case REMAINDER_SIGNED -> f -> remainderSigned(w, a.get(f), b.get(f));
            case MULTIPLY_HIGH_UNSIGNED -> f -> multiplyHighUnsigned(w, a.get(f), b.get(f));
            case MULTIPLY_HIGH_SIGNED -> f -> multiplyHighSigned(w, a.get(f), b.get(f));
            case MULTIPLY_HIGH_SIGNED_UNSIGNED -> f -> multiplyHighSignedUnsigned(w, a.get(f), b.get(f));
            case AND -> f -> a.get(f) & b.get(f);
            case OR -> f -> a.get(f) | b.get(f);
            case XOR -> f -> a.get(f) ^ b.get(f);
            case SHIFT_LEFT -> f -> shiftLeft(w, a.get(f), b.get(f));
            case SHIFT_RIGHT -> f -> shiftRight(w, a.get(f), b.get(f));
            case SHIFT_RIGHT_ARITHMETIC -> f -> shiftRightArithmetic(w, a.get(f), b.get(f));
            case EQUAL -> f -> equal(a.get(f), b.get(f));
            case LESS_UNSIGNED -> f -> lessUnsigned(a.get(f), b.get(f));
            case LESS_OR_EQUAL_UNSIGNED -> f -> lessOrEqualUnsigned(a.get(f), b.get(f));
            case LESS_SIGNED -> f -> lessSigned(w, a.get(f), b.get(f));
            case LESS_OR_EQUAL_SIGNED -> f -> lessOrEqualSigned(w, a.get(f), b.get(f));
        };
    }

    private static Value registers(BinaryOp op, int w, int a, int b) {
        return switch (op) {
            case ADD -> f -> add(w, f.registers[a], f.registers[b]);
            case SUBTRACT -> f -> subtract(w, f.registers[a], f.registers[b]);
            case AND -> f -> f.registers[a] & f.registers[b];
            case OR -> f -> f.registers[a] | f.registers[b];
            case XOR -> f -> f.registers[a] ^ f.registers[b];
            case EQUAL -> f -> equal(f.registers[a], f.registers[b]);
            case LESS_UNSIGNED -> f -> lessUnsigned(f.registers[a], f.registers[b]);
            case LESS_OR_EQUAL_UNSIGNED -> f -> lessOrEqualUnsigned(f.registers[a], f.registers[b]);
            case LESS_SIGNED -> f -> lessSigned(w, f.registers[a], f.registers[b]);
            case LESS_OR_EQUAL_SIGNED -> f -> lessOrEqualSigned(w, f.registers[a], f.registers[b]);
            default -> values(op, w, new Register(a), new Register(b));
        };
    }

    private static Value constant(BinaryOp op, int w, int a, long k) {
        return switch (op) {
            case ADD -> f -> add(w, f.registers[a], k);
            case SUBTRACT -> f -> subtract(w, f.registers[a], k);
            case AND -> f -> f.registers[a] & k;
            case OR -> f -> f.registers[a] | k;
            case XOR -> f -> f.registers[a] ^ k;
            case SHIFT_LEFT -> f -> shiftLeft(w, f.registers[a], k);
            case SHIFT_RIGHT -> f -> shiftRight(w, f.registers[a], k);
            case SHIFT_RIGHT_ARITHMETIC -> f -> shiftRightArithmetic(w, f.registers[a], k);
            case EQUAL -> f -> equal(f.registers[a], k);
            case LESS_UNSIGNED -> f -> lessUnsigned(f.registers[a], k);
            case LESS_SIGNED -> f -> lessSigned(w, f.registers[a], k);
            default -> values(op, w, new Register(a), new Constant(k));
        };
    }

    static Value extend(boolean signed, int from, int to, Value a) {
        if (!signed) {
            return a;
        }
        long bits = mask(to);
        return f -> signExtend(a.get(f), from) & bits;
    }

    static Value extract(int low, int width, Value a) {
        long bits = mask(width);
        if (a instanceof Register x) {
            int slot = x.slot();
            return f -> f.registers[slot] >>> low & bits;
        }
        return f -> a.get(f) >>> low & bits;
    }

    static Value insert(Expr.Insert e, Value a, Value bits) {
        int low = e.low();
        int width = e.bits().width();
        return f -> dev.vmkit.language.ir.Operations.insert(a.get(f), low, width, bits.get(f));
    }

    static Value concat(int lowWidth, Value high, Value low) {
        return f -> high.get(f) << lowWidth | low.get(f);
    }

    static Value select(Value condition, Value then, Value otherwise) {
        return f -> condition.get(f) != 0 ? then.get(f) : otherwise.get(f);
    }

    static Value choose(Value selector, Value[] alternatives) {
        return f -> alternatives[(int) selector.get(f)].get(f);
    }
}
