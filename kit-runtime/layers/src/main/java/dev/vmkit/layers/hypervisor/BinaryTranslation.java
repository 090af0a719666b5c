package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.Optional;

/**
 * What a guest must not do itself is translated to a call of the monitor, so that nothing traps; all else stays as it is
 * (VMware, 1999). It takes any instruction set that says what its mode is, also one whose sensitive instructions do not trap.
 *
 * @param sync when shadow tables follow the guest's
 */
public record BinaryTranslation(Sync sync) implements Technique {
    /** With shadow tables that follow at fences. */
    public BinaryTranslation() {
        this(Sync.FENCE);
    }

    @Override
    public String name() {
        return "binary-translation";
    }

    @Override
    public Optional<String> refuses(Isa isa) {
        return Requirements.privilege(isa);
    }

    @Override
    public Engine.Factory over(Engine.Factory below, ExitLog log) {
        return hart -> TranslateEngine.assisted(
                hart,
                _ -> new DirectExecution(
                        hart,
                        Deprivileged.of(hart.isa(), new CalledOut(hart.isa())),
                        Manner.calling(sync),
                        below,
                        log));
    }
}
