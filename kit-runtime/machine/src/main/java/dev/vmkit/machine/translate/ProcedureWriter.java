package dev.vmkit.machine.translate;

import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Procedure;
import dev.vmkit.machine.execute.Surroundings;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes the class of a function that is called between instructions. */
final class ProcedureWriter {
    private static final ClassDesc PROCEDURE =
            Procedure.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(
            CD_long,
            Surroundings.class.describeConstable().orElseThrow(),
            CD_long.arrayType(),
            CD_long,
            CD_long,
            CD_long.arrayType());

    private final Function function;
    private final Stmt body;
    private final GuestCode guest;
    private final ClassDesc type;
    private final Constants constants;

    /**
     * A writer for one function.
     *
     * @param body what it does, with what it calls in place
     */
    ProcedureWriter(Function function, Stmt body, GuestCode guest) {
        this.function = function;
        this.body = body;
        this.guest = guest;
        this.type = ClassDesc.of(
                ProcedureWriter.class.getPackageName(),
                "Procedure_" + function.name().replaceAll("\\W", "_"));
        this.constants = new Constants(type);
    }

    WrittenClass write() {
        byte[] bytes = ClassFile.of().build(type, builder -> {
            builder.withFlags(ClassFile.ACC_FINAL).withSuperclass(PROCEDURE);
            builder.withMethodBody(
                    INIT_NAME,
                    MTD_void,
                    0,
                    code -> code.aload(0)
                            .invokespecial(PROCEDURE, INIT_NAME, MTD_void)
                            .return_());
            builder.withMethodBody("run", RUN, ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL, this::writeRun);
            constants.declare(builder);
        });
        return new WrittenClass(bytes, constants.data());
    }

    private void writeRun(CodeBuilder code) {
        BodyWriter writer = new BodyWriter(code, List.of(), constants, guest);
        writer.write(body, () -> writeParameters(code, writer.frame()));
    }

    private void writeParameters(CodeBuilder code, Frame frame) {
        for (int i = 0; i < function.parameterWidths().size(); i++) {
            code.aload(Frame.ARGUMENTS).loadConstant(i).laload();
            code.loadConstant(Operations.mask(function.parameterWidths().get(i)))
                    .land();
            code.lstore(frame.local(i));
        }
    }
}
