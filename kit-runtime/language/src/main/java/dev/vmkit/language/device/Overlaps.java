package dev.vmkit.language.device;

import dev.vmkit.language.text.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/** Finds registers that share addresses although a guest's access could mean either. */
final class Overlaps {
    private record Placed(DeviceRegister register, boolean explained) {}

    private final int unit;
    private final Diagnostics diagnostics;
    private final List<Placed> placed = new ArrayList<>();

    Overlaps(int unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
    }

    /** Adds a register; {@code explained} if words say when it is the one that is seen. */
    void add(DeviceRegister register, boolean explained) {
        placed.stream()
                .filter(other -> !explained && !other.explained)
                .map(Placed::register)
                .filter(other -> touch(register, other) && mix(register, other))
                .findFirst()
                .ifPresent(other -> report(register, other));
        placed.add(new Placed(register, explained));
    }

    private boolean touch(DeviceRegister a, DeviceRegister b) {
        return a.at() < end(b) && b.at() < end(a);
    }

    private long end(DeviceRegister register) {
        return register.at() + Math.max(1, register.width() / unit);
    }

    private static boolean mix(DeviceRegister a, DeviceRegister b) {
        return a.access().reads() && b.access().reads()
                || a.access().writes() && b.access().writes();
    }

    private void report(DeviceRegister register, DeviceRegister other) {
        diagnostics.report(
                DeviceProblem.OVERLAP,
                register.file().span(),
                register.name() + " lies at the same address as " + other.name(),
                "make one 'access: ro' and the other 'access: wo', or move one",
                other.file().span(),
                other.name() + " is here");
    }
}
