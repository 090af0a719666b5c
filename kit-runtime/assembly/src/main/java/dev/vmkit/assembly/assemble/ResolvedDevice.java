package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Span;
import dev.vmkit.layers.storage.Disk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A device and its connections.
 *
 * @param part where its model comes from
 * @param code what makes it work
 * @param parameters a value for every parameter the model declares
 * @param start its first address; of no meaning if it has no registers
 * @param units addresses it has, 0 if it has no registers
 * @param stores disks behind its block stores, by the store's name
 * @param outputs files that take what goes out of its streams, by the stream's name
 * @param dma names of the memories it may reach; all of its space if empty
 * @param at where the machine file names its model
 */
public record ResolvedDevice(
        String name,
        Part part,
        DeviceDefinition definition,
        DeviceCode code,
        Map<String, ParameterValue> parameters,
        Space space,
        long start,
        long units,
        List<Wire> interrupts,
        Map<String, Disk> stores,
        Map<String, Path> outputs,
        List<String> dma,
        Span at) {

    /**
     * A wire from an interrupt output; from an output with a wire for each hart, all of them.
     *
     * @param target {@link #CPU} or the name of an interrupt controller
     * @param line the target's input
     * @param level its priority, where the processor knows priorities
     */
    public record Wire(String output, String target, int line, int level) {
        /** The word for the processor. */
        public static final String CPU = "cpu";

        /** Whether it leads to the processor and not to another device. */
        public boolean toProcessor() {
            return target.equals(CPU);
        }
    }

    /** Whether an interrupt output has a wire for each hart. */
    public boolean perHart(String output) {
        Connection connection = definition.connections().get(output);
        return connection != null && connection.perHart();
    }

    public ResolvedDevice {
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
        interrupts = List.copyOf(interrupts);
        stores = java.util.Collections.unmodifiableMap(new TreeMap<>(stores));
        outputs = java.util.Collections.unmodifiableMap(new TreeMap<>(outputs));
        dma = List.copyOf(dma);
    }
}
