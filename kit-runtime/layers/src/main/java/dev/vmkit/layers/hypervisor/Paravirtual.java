package dev.vmkit.layers.hypervisor;

import dev.vmkit.api.Image;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.List;
import java.util.Optional;

/**
 * The guest's kernel was made for a monitor (Xen, 2003): it contains nothing that is not for a guest to do, and asks for it
 * by {@link Hypercalls}, many at a time. What it only wants to know or note lies in a {@link SharedPage}. If the definition has
 * a mode for such kernels, it runs there, and does itself whatever does not trap. Programs run as they are.
 */
public record Paravirtual() implements Technique {
    @Override
    public String name() {
        return "paravirtual";
    }

    @Override
    public Optional<String> refuses(Isa isa) {
        return Requirements.privilege(isa)
                .or(() -> isa.model().privilege().orElseThrow().hypercall().isEmpty()
                        ? Optional.of("'" + isa.name() + "' does not say which registers a hypercall has")
                        : Optional.empty());
    }

    @Override
    public Optional<String> refuses(Isa isa, List<Image> programs) {
        return refuses(isa).or(() -> new Scan(isa).first(programs));
    }

    @Override
    public Engine.Factory over(Engine.Factory below, ExitLog log) {
        return hart -> TranslateEngine.assisted(
                hart, _ -> new DirectExecution(hart, deprivileged(hart.isa()), Manner.ASKING, below, log));
    }

    private static Deprivileged deprivileged(Isa isa) {
        return isa.model().privilege().orElseThrow().guestKernel().isPresent()
                ? Deprivileged.withKernel(isa, new Settling(isa))
                : Deprivileged.of(isa, _ -> false);
    }
}
