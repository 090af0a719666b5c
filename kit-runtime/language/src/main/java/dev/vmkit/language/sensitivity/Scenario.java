package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.language.sensitivity.Twin.Half;
import dev.vmkit.language.sensitivity.Twin.Origin;
import java.util.List;
import java.util.Set;

/**
 * Two states that an instruction starts from: anything, but the same, except for the mode and for state of some kinds.
 *
 * @param first, second the mode in each
 * @param varied the kinds of which everything may differ
 * @param settings what some bits of registers hold in both
 */
record Scenario(Privilege privilege, Mode first, Mode second, Set<StateKind> varied, List<Setting> settings) {
    /** One state, in a mode. */
    static Scenario alone(Privilege privilege, Mode mode) {
        return new Scenario(privilege, mode, mode, Set.of(), List.of());
    }

    /** States that differ in the mode. */
    static Scenario modes(Privilege privilege, Mode low, Mode high) {
        return new Scenario(privilege, low, high, Set.of(), List.of());
    }

    /** The same where this is set so. */
    Scenario with(List<Setting> all) {
        return new Scenario(privilege, first, second, varied, all);
    }

    /** The same where state of these kinds differs. */
    Scenario varying(Set<StateKind> kinds) {
        return new Scenario(privilege, first, second, kinds, settings);
    }

    /** What a register of a file holds. */
    Twin initial(RegisterFile file, int index) {
        int slot = file.slot() + index;
        if (file.zero().isPresent() && file.zero().getAsInt() == index) {
            return Twin.constant(file.width(), 0);
        }
        long differ = privilege.bits(file, varied);
        Half before = Half.UNKNOWN;
        for (Setting each : settings) {
            before = each.bits().file().is(file) ? holding(before, each.bits(), each.value()) : before;
        }
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
        return modeBits(file) == 0 ? before : holding(before, privilege.mode(), mode.value());
    }

    /** The same where some bits are known. */
    private static Half holding(Half before, Privilege.Bits bits, long value) {
        long held = bits.mask();
        return new Half(
                before.known() | held,
                before.bits() & ~held | value << bits.range().low() & held);
    }

    /** What an extern of the processor says. */
    Twin says(String extern, int width) {
        StateKind kind = extern.equals("hart") ? StateKind.CONTROL : StateKind.CLOCK;
        return Twin.unknown(width, !varied.contains(kind));
    }
}
