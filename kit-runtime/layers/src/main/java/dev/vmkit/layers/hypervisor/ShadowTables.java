package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The monitor's tables for all spaces of a guest's hart. Memory alone is behind them. */
final class ShadowTables {
    private final Hart guest;
    private final Roots roots;
    private final Map<String, Shadow> shadows = new LinkedHashMap<>();

    /** Without entries. */
    ShadowTables(Hart guest) {
        this.guest = guest;
        this.roots = new Roots(guest.isa().model());
        for (Space space : guest.isa().model().spaces().values()) {
            shadows.put(space.name(), new Shadow(guest.space(space.name()).unitBytes()));
        }
    }

    /** Answers {@link Deprivileged#lookup} for a space. */
    ExternBinding lookup(Space space) {
        Shadow shadow = of(space);
        return a -> shadow.find(a[0], a[1], Access.values()[(int) a[2]]);
    }

    private Shadow of(Space space) {
        return Objects.requireNonNull(shadows.get(space.name()));
    }

    /** Which of the tables are in use in the guest's state. */
    long root() {
        return roots.of(guest.state().slots());
    }

    /** The first address of a page. */
    long page(Space space, long address) {
        return address & -of(space).pageUnits();
    }

    /** Makes an entry from what the guest's own tables say; false if there is nothing that one may lead to. */
    boolean enter(Deprivileged.Miss miss, long address, Engine.Translated found) {
        Shadow shadow = of(miss.space());
        long page = found.physical() & -shadow.pageUnits();
        if (!lasts(miss.space())
                || !isMemory(guest.space(miss.space().name()), page, shadow.pageUnits(), miss.access())
                || found.bits() < Long.numberOfTrailingZeros(shadow.pageUnits())) {
            return false;
        }
        shadow.enter(root(), address, miss.access(), page);
        return true;
    }

    /** A definition that does not say on what its translation depends wants to be asked each time. */
    private static boolean lasts(Space space) {
        return space.translate().isEmpty() || !space.key().isEmpty();
    }

    private static boolean isMemory(AddressSpace memory, long page, long units, Access access) {
        Mapping mapping = memory.find(page);
        return mapping.contains(page, (int) units)
                && mapping.region() instanceof Ram ram
                && (access != Access.STORE || ram.writable());
    }

    /** Whether there is so much in them that they had better be cleared. */
    boolean areFull() {
        if (roots.many()) {
            return true;
        }
        for (Shadow shadow : shadows.values()) {
            if (shadow.isFull()) {
                return true;
            }
        }
        return false;
    }

    /** The page around an address leads nowhere, in no space and under no root. */
    void drop(long address) {
        shadows.values().forEach(shadow -> shadow.drop(address));
    }

    /** No page leads anywhere. */
    void clear() {
        roots.clear();
        shadows.values().forEach(Shadow::clear);
    }
}
