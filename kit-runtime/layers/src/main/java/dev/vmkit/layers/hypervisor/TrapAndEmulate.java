package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import java.util.Optional;

/**
 * All of the guest runs in the least privileged mode, its kernel too: what is privileged traps, and the monitor does it on
 * the state that the guest believes in (CP-67; Popek and Goldberg, 1974). Addresses go through shadow tables.
 */
public record TrapAndEmulate() implements Technique {
    @Override
    public String name() {
        return "trap-and-emulate";
    }

    @Override
    public Optional<String> refuses(Isa isa) {
        return Requirements.traps(isa);
    }

    @Override
    public Engine.Factory over(Engine.Factory below, ExitLog log) {
        return new ShadowPaging(Sync.FENCE).over(below, log);
    }
}
