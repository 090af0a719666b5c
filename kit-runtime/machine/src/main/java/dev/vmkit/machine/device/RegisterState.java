package dev.vmkit.machine.device;

import dev.vmkit.api.StateTree;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.HartState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Registers as a tree of numbers, and back. */
final class RegisterState {
    private RegisterState() {}

    static StateTree save(HartState state) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (RegisterFile file : state.model().registers()) {
            if (!file.isPc()) {
                for (int i = 0; i < file.count(); i++) {
                    values.put(file.names().get(i), state.get(file, i));
                }
            }
        }
        return StateTree.of(values);
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
