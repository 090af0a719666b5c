package dev.vmkit.assembly.assemble;

import dev.vmkit.layers.devicetree.Property;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Who interrupts whom, in the numbers of a device tree: each controller has a phandle, first the harts in their order.
 *
 * @param known whether the tree describes the interrupt lines of harts; otherwise wires to them are left out
 */
record TreeWiring(int harts, List<ResolvedDevice> devices, boolean known) {

    /** The phandle of a hart's interrupt lines. */
    int hart(int hart) {
        return hart + 1;
    }

    /** Where a device's interrupts lead. */
    List<Property> of(ResolvedDevice device) {
        if (device.interrupts().isEmpty() || !known) {
            return List.of();
        }
        LongStream cells = IntStream.range(0, 1)
                .boxed()
                .flatMapToLong(
                        hart -> device.interrupts().stream().flatMapToLong(w -> LongStream.of(hart(hart), w.line())));
        return List.of(Property.cells("interrupts-extended", cells.toArray()));
    }
}
