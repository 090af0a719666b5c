package dev.vmkit.machine.translate;

import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.Optional;

/** The JVM's two types of floating-point numbers: instructions for what lies on the stack. */
enum HostNumber {
    FLOAT(TypeKind.FLOAT, CD_float, 24),
    DOUBLE(TypeKind.DOUBLE, CD_double, 53);

    private static final ClassDesc MATH = Math.class.describeConstable().orElseThrow();

    private final TypeKind kind;
    private final ClassDesc type;
    private final int precision;

    HostNumber(TypeKind kind, ClassDesc type, int precision) {
        this.kind = kind;
        this.type = type;
        this.precision = precision;
    }

    /** The type of that many bits. */
    static Optional<HostNumber> of(int width) {
        return switch (width) {
            case 32 -> Optional.of(FLOAT);
            case 64 -> Optional.of(DOUBLE);
            default -> Optional.empty();
        };
    }

    TypeKind kind() {
        return kind;
    }

    /** Bits of the significand, the one that is not stored included. */
    int precision() {
        return precision;
    }

    /** From its bits, in a {@code long}. */
    void fromBits(CodeBuilder code) {
        if (this == DOUBLE) {
            code.invokestatic(CD_Double, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
        } else {
            code.l2i().invokestatic(CD_Float, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
        }
    }

    /** To its bits, zero-extended in a {@code long}. */
    void toBits(CodeBuilder code) {
        if (this == DOUBLE) {
            code.invokestatic(CD_Double, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
        } else {
            toTopBits(code);
            code.i2l().loadConstant(0xFFFF_FFFFL).land();
        }
    }

    /** To its highest 32 bits, an {@code int}. */
    void toTopBits(CodeBuilder code) {
        if (this == DOUBLE) {
            toBits(code);
            code.loadConstant(Integer.SIZE).lushr().l2i();
        } else {
            code.invokestatic(CD_Float, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float));
        }
    }

    /** The biased exponent's place in the highest 32 bits. */
    int exponentShift() {
        return precision - 1 - (this == DOUBLE ? Integer.SIZE : 0);
    }

    /** The biased exponent of infinities and NaNs. */
    int topExponent() {
        return this == DOUBLE ? 0x7FF : 0xFF;
    }

    void pushLargest(CodeBuilder code) {
        if (this == DOUBLE) {
            code.loadConstant(Double.MAX_VALUE);
        } else {
            code.loadConstant(Float.MAX_VALUE);
        }
    }

    void add(CodeBuilder code) {
        operate(code, Opcode.FADD, Opcode.DADD);
    }

    void subtract(CodeBuilder code) {
        operate(code, Opcode.FSUB, Opcode.DSUB);
    }

    void multiply(CodeBuilder code) {
        operate(code, Opcode.FMUL, Opcode.DMUL);
    }

    void divide(CodeBuilder code) {
        operate(code, Opcode.FDIV, Opcode.DDIV);
    }

    void negate(CodeBuilder code) {
        operate(code, Opcode.FNEG, Opcode.DNEG);
    }

    /** Leaves -1, 0 or 1, and -1 of a NaN. */
    void compareNaNLow(CodeBuilder code) {
        operate(code, Opcode.FCMPL, Opcode.DCMPL);
    }

    /** Leaves -1, 0 or 1, and 1 of a NaN. */
    void compareNaNHigh(CodeBuilder code) {
        operate(code, Opcode.FCMPG, Opcode.DCMPG);
    }

    private void operate(CodeBuilder code, Opcode ofFloats, Opcode ofDoubles) {
        code.with(OperatorInstruction.of(this == DOUBLE ? ofDoubles : ofFloats));
    }

    /** A method of {@link Math} that takes and gives this type. */
    void call(CodeBuilder code, String method, int operands) {
        code.invokestatic(MATH, method, MethodTypeDesc.of(type, Collections.nCopies(operands, type)));
    }

    /** The root of a {@code float} by way of a {@code double} is as if rounded once (Figueroa, SIGNUM 30(3), 1995). */
    void squareRoot(CodeBuilder code) {
        toDouble(code);
        DOUBLE.call(code, "sqrt", 1);
        if (this == FLOAT) {
            code.d2f();
        }
    }

    void toDouble(CodeBuilder code) {
        if (this == FLOAT) {
            code.f2d();
        }
    }

    /** From a {@code long}. */
    void fromLong(CodeBuilder code) {
        if (this == DOUBLE) {
            code.l2d();
        } else {
            code.l2f();
        }
    }

    /** To the other type. */
    void convert(CodeBuilder code) {
        if (this == DOUBLE) {
            code.d2f();
        } else {
            code.f2d();
        }
    }
}
