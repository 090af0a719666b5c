package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Frame.REGISTERS;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import java.lang.classfile.CodeBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The guest's registers in a region: in variables of the JVM from entry to exit. Only files that the region accesses by
 * computed indices stay in the hart's array.
 */
final class Registers {
    private final CodeBuilder code;
    private final Frame frame;
    private final Set<String> indexed;
    private final List<Operand> operands;
    private final Map<Integer, Integer> variables = new TreeMap<>();
    private final Set<Integer> written;
    private final Set<Integer> extended = new HashSet<>();

    private Registers(CodeBuilder code, Frame frame, Use use, List<Operand> operands) {
        this.code = code;
        this.operands = operands;
        this.frame = frame;
        this.indexed = use.indexed;
        this.written = use.written;
        use.used.forEach((slot, file) -> {
            if (!indexed.contains(file)) {
                variables.put(slot, frame.fresh());
            }
        });
    }

    static Registers of(Plan plan, CodeBuilder code, Frame frame) {
        Use use = new Use();
        plan.instructions().forEach(instruction -> use.visit(instruction.body()));
        return new Registers(code, frame, use, List.of());
    }

    /** All in the array, for a body whose operands, these, are not fixed. */
    static Registers inArray(CodeBuilder code, Frame frame, List<Operand> operands) {
        return new Registers(code, frame, new Use(), operands);
    }

    /** Whether an index that is not fixed lies within the file all the same. */
    boolean isWithin(RegisterFile file, Expr index) {
        return index instanceof Expr.OperandValue o
                && operands.get(o.operand()) instanceof Operand.Register register
                && register.last() < file.count();
    }

    /** Which registers bodies access. */
    private static final class Use extends IrWalker {
        private final Set<String> indexed = new HashSet<>();
        private final Map<Integer, String> used = new TreeMap<>();
        private final Set<Integer> written = new TreeSet<>();

        @Override
        public void visit(Stmt s) {
            super.visit(s);
            if (s instanceof Stmt.WriteRegister w) {
                note(w.file(), w.index());
                if (w.index() instanceof Expr.Const c && exists(w.file(), c.value())) {
                    written.add(slot(w.file(), c.value()));
                }
            }
        }

        @Override
        public void visit(Expr e) {
            super.visit(e);
            if (e instanceof Expr.ReadRegister r) {
                note(r.file(), r.index());
            }
        }

        private void note(RegisterFile file, Expr index) {
            if (!(index instanceof Expr.Const c)) {
                indexed.add(file.name());
            } else if (exists(file, c.value())) {
                used.put(slot(file, c.value()), file.name());
            }
        }
    }

    /** Whether there is such a register, and it does not always read 0. */
    static boolean exists(RegisterFile file, long index) {
        boolean zero = file.zero().isPresent() && file.zero().getAsInt() == index;
        return !zero && index >= 0 && index < file.count();
    }

    private static int slot(RegisterFile file, long index) {
        return file.slot() + (int) index;
    }

    /** Whether a register is known to hold a number of 32 bits with its sign extended. */
    boolean isExtended(RegisterFile file, long index) {
        return exists(file, index) && extended.contains(slot(file, index));
    }

    /** What is known of a register from now on. */
    void setExtended(RegisterFile file, long index, boolean known) {
        if (exists(file, index)) {
            if (known) {
                extended.add(slot(file, index));
            } else {
                extended.remove(slot(file, index));
            }
        }
    }

    /** From now on nothing is known of what registers hold. */
    void knowNothing() {
        extended.clear();
    }

    /** Whether registers of the file lie in the array. */
    boolean areIndexed(RegisterFile file) {
        return variables.isEmpty() || indexed.contains(file.name());
    }

    /** Pushes what a register holds. */
    void read(RegisterFile file, long index) {
        if (!exists(file, index)) {
            code.lconst_0();
        } else if (areIndexed(file)) {
            code.aload(REGISTERS).loadConstant(slot(file, index)).laload();
        } else {
            code.lload(variable(file, index));
        }
    }

    /** Writes what {@code value} pushes; it need not be pushed for a register that is not there. */
    void write(RegisterFile file, long index, Runnable value) {
        if (!exists(file, index)) {
            return;
        }
        if (areIndexed(file)) {
            code.aload(REGISTERS).loadConstant(slot(file, index));
            value.run();
            code.lastore();
        } else {
            value.run();
            code.lstore(variable(file, index));
        }
    }

    private int variable(RegisterFile file, long index) {
        return Objects.requireNonNull(variables.get(slot(file, index)));
    }

    /** Fills the variables from the array. */
    void load() {
        variables.forEach((slot, variable) ->
                code.aload(REGISTERS).loadConstant(slot).laload().lstore(variable));
    }

    /** Brings what may have been written back to the array. */
    void store() {
        variables.forEach((slot, variable) -> {
            if (written.contains(slot)) {
                code.aload(REGISTERS).loadConstant(slot).lload(variable).lastore();
            }
        });
    }

    /** Names of files whose registers stay in the array. */
    static Set<String> indexed(Plan plan) {
        Use use = new Use();
        plan.instructions().forEach(instruction -> use.visit(instruction.body()));
        return use.indexed;
    }

    /** The variables, by the registers' places in the array. */
    Map<Integer, Integer> variables() {
        return variables;
    }

    /** How many are in variables. */
    int count() {
        return variables.size();
    }

    Frame frame() {
        return frame;
    }
}
