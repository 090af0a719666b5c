package dev.vmkit.assembly.assemble;

import dev.vmkit.language.isa.BootProtocol;
import dev.vmkit.language.isa.BootProtocol.Handover;
import dev.vmkit.layers.devicetree.DeviceTree;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a machine starts, where its instruction set says so.
 *
 * @param tree what describes the machine; in memory only if {@code handed} has its address
 * @param handed what harts find in registers, the same for all of them; what is missing is 0
 */
public record ResolvedBoot(BootProtocol protocol, DeviceTree tree, Map<Handover, Long> handed) {

    public ResolvedBoot {
        handed = java.util.Collections.unmodifiableMap(new TreeMap<>(handed));
    }

    /** What the registers of a hart hold when it starts, by slot. */
    Map<Integer, Long> registers(int hart) {
        Map<Integer, Long> registers = new TreeMap<>();
        protocol.registers()
                .forEach((what, slot) ->
                        registers.put(slot, what == Handover.HART ? (long) hart : handed.getOrDefault(what, 0L)));
        return registers;
    }
}
