package dev.vmkit.layers.hypervisor;

import dev.vmkit.api.Image;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import java.util.List;
import java.util.Optional;

/**
 * How a monitor lets a guest's instructions run. It makes an engine of an engine: what runs the guest's hart, by means of
 * what runs instructions below. So techniques nest, as deep as somebody wants.
 */
public interface Technique {
    /** As machine files call it, {@code trap-and-emulate}. */
    String name();

    /** Why it cannot run guests of an instruction set, in a sentence without a full stop; nothing if it can. */
    Optional<String> refuses(Isa isa);

    /** The same, of a guest with these programs in its memory. */
    default Optional<String> refuses(Isa isa, List<Image> programs) {
        return refuses(isa);
    }

    /** Whether guests run in all of their modes, so that what is below meets their instruction set as it is. */
    default boolean keepsModes() {
        return false;
    }

    /**
     * What runs the harts of one guest.
     *
     * @param below runs the instructions that need no monitor
     * @param log counts every time the monitor was needed
     */
    Engine.Factory over(Engine.Factory below, ExitLog log);
}
