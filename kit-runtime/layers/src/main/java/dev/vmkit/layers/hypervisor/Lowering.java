package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Setting;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a guest's registers hold in its place while its instructions run below: the least privileged mode, or, for a kernel that
 * runs in a mode of its own, what has everything trap there that it must not do.
 */
final class Lowering {
    private final Privilege.Bits mode;
    private final List<Setting> usual;
    private final OptionalLong kernelMode;
    private final List<Setting> kernel;
    private List<Setting> held = List.of();

    private Lowering(Privilege privilege, List<Setting> usual, OptionalLong kernelMode, List<Setting> kernel) {
        this.mode = privilege.mode();
        this.usual = usual;
        this.kernelMode = kernelMode;
        this.kernel = kernel;
    }

    /** Nothing: what runs has the guest's own mode. */
    static Lowering none(Privilege privilege) {
        return new Lowering(privilege, List.of(), OptionalLong.empty(), List.of());
    }

    /** All of a guest runs in the least privileged mode. */
    static Lowering toUser(Privilege privilege) {
        return new Lowering(privilege, user(privilege), OptionalLong.empty(), List.of());
    }

    /** The kernel runs in the mode that is made for it, if there is one, everything else in the least privileged mode. */
    static Lowering withKernel(Privilege privilege) {
        return privilege
                .guestKernel()
                .map(k -> new Lowering(
                        privilege, user(privilege), OptionalLong.of(k.mode().value()), k.settings()))
                .orElseGet(() -> toUser(privilege));
    }

    private static List<Setting> user(Privilege privilege) {
        return List.of(new Setting(privilege.mode(), privilege.user().value()));
    }

    /** A guest's registers, which lie below already, are about to be used there. */
    void enter(long[] below) {
        long now = (below[mode.file().slot()] & mode.mask()) >>> mode.range().low();
        held = kernelMode.isPresent() && kernelMode.getAsLong() == now ? kernel : usual;
        for (Setting each : held) {
            put(below, each.bits(), each.value() << each.bits().range().low());
        }
    }

    /** They are about to be given back: what was held is as the guest has it. */
    void leave(long[] guest, long[] below) {
        for (Setting each : held) {
            put(below, each.bits(), guest[each.bits().file().slot()]);
        }
    }

    private static void put(long[] registers, Privilege.Bits bits, long value) {
        int slot = bits.file().slot();
        registers[slot] = registers[slot] & ~bits.mask() | value & bits.mask();
    }
}
