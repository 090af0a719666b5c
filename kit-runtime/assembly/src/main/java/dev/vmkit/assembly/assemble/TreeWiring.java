package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.assemble.ResolvedDevice.Wire;
import dev.vmkit.language.device.Connection;
import dev.vmkit.layers.devicetree.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who interrupts whom, in the numbers of a device tree (Devicetree Specification 0.4, section 2.4): each controller has a
 * phandle, first the harts in their order, then devices in theirs.
 *
 * @param known whether the tree describes the interrupt lines of harts; otherwise wires to them are left out
 */
record TreeWiring(int harts, List<ResolvedDevice> devices, boolean known) {

    /** The end of a wire, as interrupts-extended names it. */
    private record End(int phandle, int line) {}

    /** The phandle of a hart's interrupt lines. */
    int hart(int hart) {
        return hart + 1;
    }

    /** What makes a node an interrupt controller. */
    List<Property> controller(int phandle) {
        return List.of(
                Property.cells("#interrupt-cells", 1),
                Property.cells("#address-cells", 0),
                Property.flag("interrupt-controller"),
                Property.cells("phandle", phandle));
    }

    /** What a device has to do with interrupts: where its own lead, and that it takes those of others. */
    List<Property> of(ResolvedDevice device) {
        List<Property> properties = new ArrayList<>();
        List<End> ends = ends(device);
        if (!ends.isEmpty()) {
            long[] cells = ends.stream()
                    .flatMapToLong(e -> java.util.stream.LongStream.of(e.phandle(), e.line()))
                    .toArray();
            properties.add(Property.cells("interrupts-extended", cells));
        }
        if (device.definition().inputs().isPresent()) {
            properties.addAll(controller(phandle(device.name())));
        } else if (device.definition().deviceTree().stream()
                .anyMatch(t -> !t.beside().isEmpty())) {
            properties.add(Property.cells("phandle", phandle(device.name())));
        }
        return properties;
    }

    private List<End> ends(ResolvedDevice device) {
        List<Connection> outputs = List.copyOf(device.definition().connections().values());
        List<Wire> wires = device.interrupts().stream()
                .filter(w -> !w.toProcessor() || known)
                .sorted(Comparator.comparingInt(w -> place(outputs, w.output())))
                .toList();
        List<End> ends = new ArrayList<>();
        for (int hart = 0; hart < harts; hart++) {
            for (Wire wire : wires) {
                if (hart == 0 || device.perHart(wire.output())) {
                    ends.add(new End(wire.toProcessor() ? hart(hart) : phandle(wire.target()), wire.line()));
                }
            }
        }
        return ends;
    }

    private static int place(List<Connection> outputs, String output) {
        return outputs.stream().map(Connection::name).toList().indexOf(output);
    }

    /** The phandle of a device, should anybody mention it. */
    int phandle(String controller) {
        return hart(harts) + devices.stream().map(ResolvedDevice::name).toList().indexOf(controller);
    }
}
