package dev.vmkit.machine.translate;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the JVM's variables in a region stand for, for people who read its code. */
final class VariableNames {
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> registers = new LinkedHashSet<>();
    private final IsaModel model;

    VariableNames(IsaModel model) {
        this.model = model;
        names.put(Frame.PASSAGE, "passage");
        names.put(Frame.REGISTERS, "registers");
        names.put(Frame.LEFT, "left");
        names.put(Frame.PC, "pc");
    }

    /** Learns what a writer has decided. */
    void read(Frame frame, Registers held) {
        frame.locals().forEach((slot, variable) -> names.put(variable, local(slot)));
        names.put(frame.target, "target");
        names.put(frame.distance, "distance");
        for (RegisterFile file : model.registers()) {
            for (int i = 0; i < file.count(); i++) {
                Integer variable = held.variables().get(file.slot() + i);
                if (variable != null) {
                    names.put(variable, file.names().get(i));
                    registers.add(file.names().get(i));
                }
            }
        }
    }

    private static String local(int slot) {
        return slot < Loads.FIRST ? "%" + slot : "loaded" + (slot - Loads.FIRST);
    }

    /** A name, or the number of a variable that only helps. */
    String name(int variable) {
        return names.getOrDefault(variable, "v" + variable);
    }

    /** The names of registers that lie in variables. */
    List<String> registers() {
        return List.copyOf(registers);
    }
}
