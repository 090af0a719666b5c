package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.LocalUse;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.machine.execute.GuestCode;
import java.lang.classfile.CodeBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes what a single instruction or a function does: the method of a {@link dev.vmkit.machine.execute.Step} or a {@link
 * dev.vmkit.machine.execute.Procedure}. Registers stay in the hart's array.
 */
final class BodyWriter {
    private final CodeBuilder code;
    private final Frame frame;
    private final Floats floats;
    private final Statements statements;

    /**
     * A writer for a method.
     *
     * @param operands those that are not fixed
     */
    BodyWriter(CodeBuilder code, List<Operand> operands, Constants constants, GuestCode guest) {
        this.code = code;
        this.frame = new Frame(code);
        Registers registers = Registers.inArray(code, frame, operands);
        Values values = new Values(code, registers);
        this.floats = new Floats(code, values, frame, constants, FormEffects.SURROUNDINGS);
        this.statements =
                new Statements(code, registers, values, new FormEffects(code, values, constants, guest), floats);
    }

    /** Where operands and locals are expected. */
    Frame frame() {
        return frame;
    }

    /** Writes the body. What {@code given} says is put in its locals before, which else are 0; what it gives is where execution goes on. */
    void write(Stmt body, Runnable given) {
        clear(body);
        given.run();
        code.lload(Frame.NEXT).lstore(frame.target);
        statements.jumpsSet(frame.target);
        floats.begin(body);
        statements.write(body);
        code.lload(frame.target).lreturn();
    }

    /** The JVM wants to see a variable set on every path. */
    private void clear(Stmt body) {
        Set<Integer> slots = new TreeSet<>();
        LocalUse.assigned(body, slots::add);
        slots.forEach(slot -> code.lconst_0().lstore(frame.local(slot)));
    }
}
