package dev.vmkit.machine.translate;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Step;
import dev.vmkit.machine.execute.Surroundings;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the class of an instruction form. An object of it is one instruction: it has a field for every operand that the
 * body looks at. Registers stay in the hart's array.
 */
final class FormWriter {
    private static final ClassDesc STEP = Step.class.describeConstable().orElseThrow();
    private static final ClassDesc LONGS = CD_long.arrayType();
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_long, Surroundings.class.describeConstable().orElseThrow(), LONGS, CD_long, CD_long);

    private final Instruction instruction;
    private final Stmt body;
    private final GuestCode guest;
    private final ClassDesc type;
    private final Constants constants;
    private final Set<Integer> operands;

    /**
     * A writer for one form.
     *
     * @param body what its instructions do, for any values of the operands that it looks at
     */
    FormWriter(Instruction instruction, Stmt body, GuestCode guest) {
        this.instruction = instruction;
        this.body = body;
        this.guest = guest;
        this.type = ClassDesc.of(
                FormWriter.class.getPackageName(), "Form_" + instruction.id().replaceAll("\\W", "_"));
        this.constants = new Constants(type);
        this.operands = operands(body);
    }

    /** Which operands the body looks at. */
    private static Set<Integer> operands(Stmt body) {
        Set<Integer> found = new TreeSet<>();
        IrWalker walk = new IrWalker() {
            @Override
            public void visit(Expr e) {
                super.visit(e);
                if (e instanceof Expr.OperandValue o) {
                    found.add(o.operand());
                }
            }
        };
        walk.visit(body);
        return found;
    }

    WrittenClass write() {
        byte[] bytes = ClassFile.of().build(type, builder -> {
            builder.withFlags(ClassFile.ACC_FINAL).withSuperclass(STEP);
            writeFields(builder);
            builder.withMethodBody(
                    INIT_NAME, MethodTypeDesc.of(CD_void, CD_int, CD_int, LONGS), 0, this::writeConstructor);
            builder.withMethodBody("run", RUN, ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL, this::writeRun);
            constants.declare(builder);
        });
        return new WrittenClass(bytes, constants.data());
    }

    private static String field(int operand) {
        return "operand" + operand;
    }

    private void writeFields(ClassBuilder builder) {
        operands.forEach(
                operand -> builder.withField(field(operand), CD_long, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL));
    }

    /** Takes size, cycles, and the values of all operands. */
    private void writeConstructor(CodeBuilder code) {
        code.aload(0).iload(1).iload(2).invokespecial(STEP, INIT_NAME, MethodTypeDesc.of(CD_void, CD_int, CD_int));
        operands.forEach(operand ->
                code.aload(0).aload(3).loadConstant(operand).laload().putfield(type, field(operand), CD_long));
        code.return_();
    }

    private void writeRun(CodeBuilder code) {
        BodyWriter writer = new BodyWriter(code, instruction.form().operands(), constants, guest);
        writer.write(
                body,
                () -> operands.forEach(operand -> code.aload(0)
                        .getfield(type, field(operand), CD_long)
                        .lstore(writer.frame().operand(operand))));
    }
}
