package dev.vmkit.language.card;

import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.isa.RegisterFile;

/** What an instruction is for, told from what its body does. */
public enum Family {
    COMPUTE("Compute"),
    MEMORY("Load and store"),
    CONTROL("Jump and call"),
    SYSTEM("System");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /**
     * A body that jumps and changes a status register enters or leaves a privilege level; one that does nothing but
     * trap or signal asks the system for something. What touches memory and goes on at the next instruction moves data.
     */
    static Family of(Effects effects) {
        boolean accesses = effects.mayLoad() || effects.mayStore();
        boolean status = effects.writes().stream().anyMatch(Family::isStatus);
        if (effects.mayJump()) {
            return status ? SYSTEM : CONTROL;
        }
        boolean onlyTraps = effects.mayTrap() && !accesses && effects.writes().isEmpty();
        if (onlyTraps || !effects.signals().isEmpty()) {
            return SYSTEM;
        }
        return accesses ? MEMORY : COMPUTE;
    }

    private static boolean isStatus(RegisterFile register) {
        return !register.fields().isEmpty();
    }
}
