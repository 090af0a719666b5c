package dev.vmkit.machine.translate;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The ways out of a region. Each says where execution goes on; all end in one place, which brings registers back. They are
 * written after everything else.
 */
final class Exits {
    private final CodeBuilder code;
    private final Registers registers;
    private final Counts counts;
    private final Frame frame;
    private final Map<Long, Label> targets = new LinkedHashMap<>();
    private final Map<Long, Label> interpreted = new LinkedHashMap<>();
    private final List<Runnable> middles = new ArrayList<>();
    private final Label interpret;
    private final Label end;

    Exits(CodeBuilder code, Registers registers, Counts counts) {
        this.code = code;
        this.registers = registers;
        this.counts = counts;
        this.frame = registers.frame();
        this.interpret = code.newLabel();
        this.end = code.newLabel();
    }

    /** To an address outside. */
    Label to(long pc) {
        return targets.computeIfAbsent(pc, _ -> code.newLabel());
    }

    /** To an address whose instruction is for the interpreter. */
    Label interpretedAt(long pc) {
        return interpreted.computeIfAbsent(pc, _ -> code.newLabel());
    }

    /** The end, if the target is set already. */
    Label end() {
        return end;
    }

    /** Out of the middle of an instruction, as if it had not begun. */
    Label middle(GuestInstruction instruction, Block block, Map<Restart.Written, Integer> before) {
        Label label = code.newLabel();
        middles.add(() -> {
            code.labelBinding(label);
            before.forEach((register, variable) ->
                    registers.write(register.file(), register.index(), () -> code.lload(variable)));
            counts.before(instruction, block);
            code.loadConstant(instruction.pc()).lstore(frame.target).goto_(interpret);
        });
        return label;
    }

    /** Variables that keep what registers hold before an instruction, in case it is left in its middle. */
    Map<Restart.Written, Integer> keep(GuestInstruction instruction, Predicate<Object> certain) {
        Map<Restart.Written, Integer> kept = new LinkedHashMap<>();
        for (Restart.Written register : Restart.takenBack(instruction.body(), certain)) {
            if (Registers.exists(register.file(), register.index())) {
                int variable = code.allocateLocal(TypeKind.LONG);
                registers.read(register.file(), register.index());
                code.lstore(variable);
                kept.put(register, variable);
            }
        }
        return kept;
    }

    /** Writes them all. */
    void write() {
        targets.forEach((pc, label) -> leave(label, pc, end));
        interpreted.forEach((pc, label) -> leave(label, pc, interpret));
        middles.forEach(Runnable::run);
        code.labelBinding(interpret);
        counts.setInterpret();
        code.labelBinding(end);
        registers.store();
        counts.store();
        code.lload(frame.target).lreturn();
    }

    private void leave(Label label, long pc, Label where) {
        code.labelBinding(label).loadConstant(pc).lstore(frame.target).goto_(where);
    }
}
