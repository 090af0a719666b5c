package dev.vmkit.machine.translate;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Operations;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;

/** The static methods that translated code calls. The JVM knows those of the JDK and puts an instruction in their place. */
enum Calls {
    LONG_BIT_COUNT(Long.class, "bitCount", CD_int, CD_long),
    LONG_LEADING_ZEROS(Long.class, "numberOfLeadingZeros", CD_int, CD_long),
    LONG_TRAILING_ZEROS(Long.class, "numberOfTrailingZeros", CD_int, CD_long),
    LONG_COMPARE_UNSIGNED(Long.class, "compareUnsigned", CD_int, CD_long, CD_long),
    LONG_ROTATE_RIGHT(Long.class, "rotateRight", CD_long, CD_long, CD_int),
    CHECK_INDEX(Objects.class, "checkIndex", CD_long, CD_long, CD_long),
    MATH_MIN(Math.class, "min", CD_long, CD_long, CD_long),
    MATH_HIGH(Math.class, "multiplyHigh", CD_long, CD_long, CD_long),
    MATH_UNSIGNED_HIGH(Math.class, "unsignedMultiplyHigh", CD_long, CD_long, CD_long),
    DIVIDE_UNSIGNED(Operations.class, "divideUnsigned", CD_long, CD_int, CD_long, CD_long),
    DIVIDE_SIGNED(Operations.class, "divideSigned", CD_long, CD_int, CD_long, CD_long),
    REMAINDER_UNSIGNED(Operations.class, "remainderUnsigned", CD_long, CD_long, CD_long),
    REMAINDER_SIGNED(Operations.class, "remainderSigned", CD_long, CD_int, CD_long, CD_long),
    MULTIPLY_HIGH_UNSIGNED(Operations.class, "multiplyHighUnsigned", CD_long, CD_int, CD_long, CD_long),
    MULTIPLY_HIGH_SIGNED(Operations.class, "multiplyHighSigned", CD_long, CD_int, CD_long, CD_long),
    MULTIPLY_HIGH_SIGNED_UNSIGNED(Operations.class, "multiplyHighSignedUnsigned", CD_long, CD_int, CD_long, CD_long),
    SHIFT_LEFT(Operations.class, "shiftLeft", CD_long, CD_int, CD_long, CD_long),
    SHIFT_RIGHT(Operations.class, "shiftRight", CD_long, CD_int, CD_long, CD_long),
    SHIFT_RIGHT_ARITHMETIC(Operations.class, "shiftRightArithmetic", CD_long, CD_int, CD_long, CD_long);

    private final ClassDesc owner;
    private final String method;
    private final MethodTypeDesc type;

    Calls(Class<?> owner, String method, ClassDesc result, ClassDesc... parameters) {
        this.owner = owner.describeConstable().orElseThrow();
        this.method = method;
        this.type = MethodTypeDesc.of(result, parameters);
    }

    /** The one that computes an operation. */
    static Calls of(BinaryOp op) {
        return valueOf(op.name());
    }

    /** Whether the first argument is the width of the others. */
    boolean takesWidth() {
        return type.parameterType(0).equals(CD_int);
    }

    CodeBuilder write(CodeBuilder code) {
        return code.invokestatic(owner, method, type);
    }
}
