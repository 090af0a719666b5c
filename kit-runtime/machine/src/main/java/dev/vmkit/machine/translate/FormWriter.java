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
    private final Found found = new Found();

    /**
     * A writer for one form.
     *
     * @param body what its instructions do, for any operands
     */
    FormWriter(Instruction instruction, Stmt body, GuestCode guest) {
        this.instruction = instruction;
        this.body = body;
        this.guest = guest;
        this.type = ClassDesc.of(
                FormWriter.class.getPackageName(), "Form_" + instruction.id().replaceAll("\\W", "_"));
        this.constants = new Constants(type);
        found.visit(body);
    }

    /** What the body has. */
    private static final class Found extends IrWalker {
        private final Set<Integer> operands = new TreeSet<>();
        private final Set<Integer> locals = new TreeSet<>();

        @Override
        public void visit(Stmt s) {
            super.visit(s);
            switch (s) {
                case Stmt.SetLocal l -> locals.add(l.slot());
                case Stmt.For f -> locals.add(f.slot());
                case Stmt.Compute c -> {
                    locals.add(c.resultSlot());
                    locals.add(c.flagsSlot());
                }
                default -> {}
            }
        }

        @Override
        public void visit(Expr e) {
            super.visit(e);
            if (e instanceof Expr.OperandValue o) {
                operands.add(o.operand());
            }
        }
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
        found.operands.forEach(
                operand -> builder.withField(field(operand), CD_long, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL));
    }

    /** Takes size, cycles, and the values of all operands. */
    private void writeConstructor(CodeBuilder code) {
        code.aload(0).iload(1).iload(2).invokespecial(STEP, INIT_NAME, MethodTypeDesc.of(CD_void, CD_int, CD_int));
        found.operands.forEach(operand ->
                code.aload(0).aload(3).loadConstant(operand).laload().putfield(type, field(operand), CD_long));
        code.return_();
    }

    private void writeRun(CodeBuilder code) {
        Frame frame = new Frame(code);
        Registers registers = Registers.inArray(code, frame, instruction.form().operands());
        Values values = new Values(code, registers);
        Floats floats = new Floats(code, values, frame, constants, FormEffects.SURROUNDINGS);
        floats.begin(body);
        SideEffects effects = new FormEffects(code, values, constants, guest);
        Statements statements = new Statements(code, registers, values, effects, floats);
        found.operands.forEach(
                operand -> code.aload(0).getfield(type, field(operand), CD_long).lstore(frame.operand(operand)));
        found.locals.forEach(slot -> code.lconst_0().lstore(frame.local(slot)));
        code.lload(Frame.NEXT).lstore(frame.target);
        statements.jumpsSet(frame.target);
        statements.write(body);
        code.lload(frame.target).lreturn();
    }
}
