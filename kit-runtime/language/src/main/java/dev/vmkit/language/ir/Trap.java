package dev.vmkit.language.ir;

import dev.vmkit.language.isa.TrapDeclaration;

/** A trap with its number, the place in {@link Isa#traps}. */
public record Trap(TrapDeclaration declaration, int number) {
    public String name() {
        return declaration.name();
    }
}
