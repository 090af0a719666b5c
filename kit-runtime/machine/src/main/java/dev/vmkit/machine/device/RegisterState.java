package dev.vmkit.machine.device;

import dev.vmkit.api.StateTree;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.HartState;

/** Registers as a tree of numbers, and back. */
final class RegisterState {
    private RegisterState() {}

    static StateTree save(HartState state) {
        StateTree tree = StateTree.EMPTY;
        for (RegisterFile file : state.model().registers()) {
            if (!file.isPc()) {
                for (int i = 0; i < file.count(); i++) {
                    tree = tree.with(file.names().get(i), state.get(file, i));
                }
            }
        }
        return tree;
    }

    /**
     * The slots that a tree describes.
     *
     * @throws IllegalArgumentException if a register is missing or its value does not fit
     */
    static long[] read(HartState state, StateTree tree) {
        long[] slots = new long[state.slots().length];
        for (RegisterFile file : state.model().registers()) {
            if (!file.isPc()) {
                for (int i = 0; i < file.count(); i++) {
                    slots[file.slot() + i] =
                            fitting(file, tree.number(file.names().get(i)));
                }
            }
        }
        return slots;
    }

    private static long fitting(RegisterFile file, long value) {
        if ((value & ~file.mask()) != 0) {
            throw new IllegalArgumentException(file.name() + " has " + file.width() + " bits");
        }
        return value;
    }
}
