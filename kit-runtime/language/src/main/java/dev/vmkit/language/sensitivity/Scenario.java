package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.language.sensitivity.Twin.Half;
import dev.vmkit.language.sensitivity.Twin.Origin;
import java.util.Optional;
import java.util.Set;

/**
 * Two states that an instruction starts from: anything, but the same, except for the mode and for state of some kinds.
 *
 * @param first, second the mode in each
 * @param varied the kinds of which everything may differ
 * @param setting what some bits of a register hold in both
 */
record Scenario(Privilege privilege, Mode first, Mode second, Set<StateKind> varied, Optional<Setting> setting) {
    /** One state, in a mode. */
    static Scenario alone(Privilege privilege, Mode mode) {
        return new Scenario(privilege, mode, mode, Set.of(), Optional.empty());
    }

    /** States that differ in the mode. */
    static Scenario modes(Privilege privilege, Mode low, Mode high) {
        return new Scenario(privilege, low, high, Set.of(), Optional.empty());
    }

    /** The same where something is set so. */
    Scenario with(Setting some) {
        return new Scenario(privilege, first, second, varied, Optional.of(some));
    }

    /** The same where state of these kinds differs. */
    Scenario varying(Set<StateKind> kinds) {
        return new Scenario(privilege, first, second, kinds, setting);
    }

    /** What a register of a file holds. */
    Twin initial(RegisterFile file, int index) {
        int slot = file.slot() + index;
        if (file.zero().isPresent() && file.zero().getAsInt() == index) {
            return Twin.constant(file.width(), 0);
        }
        long differ = privilege.bits(file, varied);
        Half before = setting.filter(s -> s.bits().file().is(file))
                .map(s -> known(s.bits(), s.value()))
                .orElse(Half.UNKNOWN);
        return new Twin(
                file.width(),
                holding(before, file, first),
                holding(before, file, second),
                differ | modeBits(file),
                new Origin(slot, 0, Operations.mask(file.width())));
    }

    private long modeBits(RegisterFile file) {
        return privilege.bits(file, StateKind.MODE);
    }

    private Half holding(Half before, RegisterFile file, Mode mode) {
        if (modeBits(file) == 0) {
            return before;
        }
        Half held = known(privilege.mode(), mode.value());
        return new Half(before.known() | held.known(), before.bits() & ~held.known() | held.bits());
    }

    private static Half known(Privilege.Bits bits, long value) {
        return new Half(bits.mask(), value << bits.range().low() & bits.mask());
    }

    /** What an extern of the processor says. */
    Twin says(String extern, int width) {
        StateKind kind = extern.equals("hart") ? StateKind.CONTROL : StateKind.CLOCK;
        return Twin.unknown(width, !varied.contains(kind));
    }
}
