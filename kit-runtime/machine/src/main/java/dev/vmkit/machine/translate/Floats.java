package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ZEROS;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.vmkit.language.ieee.FloatFunction;
import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.Rounding;
import dev.vmkit.language.ieee.StatusFlags;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes floating-point operations: calls of what computes them, which the JVM puts in place of the call. */
final class Floats {
    private static final ClassDesc FUNCTION =
            FloatFunction.class.describeConstable().orElseThrow();
    private static final ClassDesc ROUNDING = Rounding.class.describeConstable().orElseThrow();
    private static final ClassDesc FLAGS = StatusFlags.class.describeConstable().orElseThrow();
    private static final ClassDesc PASSAGE = Passage.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc COMPUTE =
            MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_long, ROUNDING, FLAGS);

    private final CodeBuilder code;
    private final Values values;
    private final Frame frame;
    private final Constants constants;

    Floats(CodeBuilder code, Values values, Frame frame, Constants constants) {
        this.code = code;
        this.values = values;
        this.frame = frame;
        this.constants = constants;
    }

    /** Computes an operation of arguments without loads. */
    void compute(Stmt.Compute c, List<Expr> arguments) {
        FloatOperation operation = c.operation();
        constants.pushFunction(code, operation.under(c.rules()));
        for (int i = 0; i < 3; i++) {
            if (i < operation.operands()) {
                values.push(arguments.get(i), ZEROS);
            } else {
                code.lconst_0();
            }
        }
        if (operation.rounds()) {
            values.push(arguments.get(operation.operands()), ZEROS);
        } else {
            code.lconst_0();
        }
        code.invokestatic(ROUNDING, "of", MethodTypeDesc.of(ROUNDING, CD_long));
        pushFlags();
        code.invokeinterface(FUNCTION, "compute", COMPUTE).lstore(frame.local(c.resultSlot()));
        pushFlags();
        code.invokevirtual(FLAGS, "take", MethodTypeDesc.of(CD_int)).i2l().lstore(frame.local(c.flagsSlot()));
    }

    private void pushFlags() {
        code.aload(Frame.PASSAGE).getfield(PASSAGE, "raised", FLAGS);
    }
}
