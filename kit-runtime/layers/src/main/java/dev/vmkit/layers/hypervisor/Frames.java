package dev.vmkit.layers.hypervisor;

import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which pages of a guest's memory have a frame behind them: those it touched, on any of its harts. */
final class Frames {
    private final Map<Ram, BitSet> present = new HashMap<>();

    /** Puts a frame behind a physical address; whether memory is there, and had none. */
    boolean add(AddressSpace memory, long physical) {
        Mapping mapping = memory.find(physical);
        if (!mapping.contains(physical & memory.mask()) || !(mapping.region() instanceof Ram ram)) {
            return false;
        }
        BitSet pages = present.computeIfAbsent(ram, _ -> new BitSet());
        int page = (int) ((physical - mapping.start()) * ram.unitBytes() >>> Ram.PAGE_SHIFT);
        boolean absent = !pages.get(page);
        pages.set(page);
        return absent;
    }
}
