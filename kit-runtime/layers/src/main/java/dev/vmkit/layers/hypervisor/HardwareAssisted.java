package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import java.util.Optional;

/**
 * The processor itself keeps two sets of state and translates twice, as VT-x, AMD-V and RISC-V's H extension do: the guest
 * runs in all of its modes, with its own tables, and only what leaves its memory needs the monitor. Works for any
 * instruction set, as if its processor had such an extension.
 *
 * @param levels of the monitor's tables, at least 1: so many entries are read to translate one of the guest's addresses
 */
public record HardwareAssisted(int levels) implements Technique {
    /** Tables of three levels, as Sv39x4 has them. */
    public HardwareAssisted() {
        this(3);
    }

    @Override
    public String name() {
        return "hardware-assisted";
    }

    @Override
    public Optional<String> refuses(Isa isa) {
        return Optional.empty();
    }

    @Override
    public boolean keepsModes() {
        return true;
    }

    @Override
    public Engine.Factory over(Engine.Factory below, ExitLog log) {
        Frames frames = new Frames();
        return hart -> {
            hart.observe(new SecondStage(hart, frames, levels, log));
            return new AssistedEngine(hart, below.create(hart), log);
        };
    }
}
