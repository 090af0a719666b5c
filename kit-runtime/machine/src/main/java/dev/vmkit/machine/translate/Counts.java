package dev.vmkit.machine.translate;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/** Counts instructions and cycles in a region: a block at a time, and exactly wherever the region is left. */
final class Counts {
    private static final ClassDesc PASSAGE = Passage.class.describeConstable().orElseThrow();

    private final CodeBuilder code;
    private final int cycles;

    /** Whether cycles are other than one an instruction. */
    private final boolean differ;

    Counts(CodeBuilder code, Plan plan) {
        this.code = code;
        this.cycles = code.allocateLocal(TypeKind.LONG);
        this.differ = differ(plan);
    }

    /** Whether cycles have to be counted for themselves. */
    static boolean differ(Plan plan) {
        Ticks ticks = new Ticks();
        plan.instructions().forEach(instruction -> ticks.visit(instruction.body()));
        return ticks.any || plan.instructions().stream().anyMatch(i -> i.cycles() != 1);
    }

    private static final class Ticks extends IrWalker {
        private boolean any;

        @Override
        public void visit(Stmt s) {
            any |= s instanceof Stmt.Tick;
            super.visit(s);
        }
    }

    void begin() {
        if (differ) {
            code.lconst_0().lstore(cycles);
        }
    }

    /** Leaves by that way if fewer than so many instructions are left. */
    void require(int instructions, Label otherwise) {
        code.iload(Frame.LEFT).loadConstant(instructions).if_icmplt(otherwise);
    }

    /** All of a block was executed. */
    void whole(Block block) {
        count(
                block.length(),
                block.instructions().stream().mapToInt(GuestInstruction::cycles).sum());
    }

    /** What comes before an instruction in its block was executed. */
    void before(GuestInstruction instruction, Block block) {
        int place = 0;
        int before = 0;
        while (block.instructions().get(place) != instruction) {
            before += block.instructions().get(place).cycles();
            place++;
        }
        count(place, before);
    }

    private void count(int instructions, int theirCycles) {
        if (instructions > 0) {
            code.iinc(Frame.LEFT, -instructions);
        }
        if (differ && theirCycles > 0) {
            code.lload(cycles).loadConstant((long) theirCycles).ladd().lstore(cycles);
        }
    }

    /** As many cycles as are on the stack went by. */
    void tick() {
        code.lload(cycles).ladd().lstore(cycles);
    }

    void setInterpret() {
        code.aload(Frame.PASSAGE).iconst_1().putfield(PASSAGE, "interpret", CD_boolean);
    }

    /** Tells what was counted. */
    void store() {
        code.aload(Frame.PASSAGE).iload(Frame.LEFT).putfield(PASSAGE, "left", CD_int);
        if (differ) {
            code.aload(Frame.PASSAGE).lload(cycles).putfield(PASSAGE, "cycles", CD_long);
        }
    }
}
