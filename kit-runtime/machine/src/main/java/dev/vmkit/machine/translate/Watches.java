package dev.vmkit.machine.translate;

import dev.vmkit.machine.memory.Ram;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Writes looks at whether somebody wants to be told of a store: {@link Ram#watched}. */
record Watches(CodeBuilder code, Constants constants) {
    private static final int GROUP_SHIFT = Integer.numberOfTrailingZeros(Long.SIZE);

    /** The bits of all lines that an aligned access at an offset in a variable touches lie in one number, and mostly none is set. */
    void leaveIfThere(Ram ram, int offset, int bytes, Label leave) {
        int shift = ram.lineShift();
        int lines = Math.max(1, bytes >>> shift);
        Label unwatched = code.newLabel();
        pushGroup(ram, offset, 0);
        code.lconst_0().lcmp().ifeq(unwatched);
        pushGroup(ram, offset, 0);
        code.iload(offset).loadConstant(shift).iushr().lushr().l2i();
        code.loadConstant((1 << lines) - 1).iand().ifne(leave);
        code.labelBinding(unwatched);
    }

    /**
     * Leaves if a line is watched in the group of the first of some units, or in that of the last one.
     *
     * @return whether there are no other groups between, so that now none of these units is watched
     */
    boolean leaveIfAny(Ram ram, int offset, int units, Label leave) {
        int bytes = units * ram.unitBytes();
        if (bytes > 1 << ram.lineShift() + GROUP_SHIFT) {
            return false;
        }
        pushGroup(ram, offset, 0);
        pushGroup(ram, offset, bytes - 1);
        code.lor().lconst_0().lcmp().ifne(leave);
        return true;
    }

    private void pushGroup(Ram ram, int offset, int more) {
        constants.pushWatched(code, ram);
        code.iload(offset);
        if (more > 0) {
            code.loadConstant(more).iadd();
        }
        code.loadConstant(ram.lineShift() + GROUP_SHIFT).iushr().laload();
    }
}
