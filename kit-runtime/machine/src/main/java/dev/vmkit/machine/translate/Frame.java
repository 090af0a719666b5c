package dev.vmkit.machine.translate;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

/** The JVM's local variables of a method being written: its parameters, and one for each local of an instruction. */
final class Frame {
    /** The first parameter, whatever it is: what computes floats. */
    static final int UNIT = 1;

    /** Parameters of {@link Code#run}. */
    static final int PASSAGE = 1;

    static final int REGISTERS = 2;
    static final int LEFT = 3;
    static final int PC = 4;

    /** Parameters of {@link dev.vmkit.machine.execute.Step#run}. */
    static final int SURROUNDINGS = 1;

    static final int AT = 3;
    static final int NEXT = 5;

    /** A parameter of {@link dev.vmkit.machine.execute.Procedure#run}; the others are as those of a step. */
    static final int ARGUMENTS = 7;

    /** The local slot that stands for {@link #target} in expressions; no instruction uses it. */
    static final int TARGET_SLOT = -1;

    private final CodeBuilder code;
    private final Map<Integer, Integer> locals = new HashMap<>();

    /** Where execution goes on after the region. */
    final int target;

    /** How far that is from the first entry. */
    final int distance;

    Frame(CodeBuilder code) {
        this.code = code;
        this.target = local(TARGET_SLOT);
        this.distance = fresh();
    }

    /** Another variable for a {@code long}. */
    int fresh() {
        return code.allocateLocal(TypeKind.LONG);
    }

    /** The variable for an operand that is not fixed. */
    int operand(int number) {
        return local(TARGET_SLOT - 1 - number);
    }

    /** The variables of local slots so far. */
    Map<Integer, Integer> locals() {
        return locals;
    }

    /** The variable for a local slot of an instruction; slots of different instructions share it. */
    int local(int slot) {
        return locals.computeIfAbsent(slot, _ -> fresh());
    }
}
