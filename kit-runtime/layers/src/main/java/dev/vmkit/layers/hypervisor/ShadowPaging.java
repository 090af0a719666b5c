package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.Optional;

/**
 * {@link TrapAndEmulate} with a choice of when the monitor's tables follow the guest's.
 *
 * @param sync when they do
 */
public record ShadowPaging(Sync sync) implements Technique {
    @Override
    public String name() {
        return "shadow-paging";
    }

    @Override
    public Optional<String> refuses(Isa isa) {
        return new TrapAndEmulate().refuses(isa);
    }

    @Override
    public Engine.Factory over(Engine.Factory below, ExitLog log) {
        return hart -> TranslateEngine.assisted(
                hart,
                _ -> new DirectExecution(
                        hart, Deprivileged.of(hart.isa(), _ -> false), Manner.trapping(sync), below, log));
    }
}
