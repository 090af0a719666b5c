package dev.vmkit.machine.device;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.ByteStream;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.NetworkPort;
import dev.vmkit.api.PowerSwitch;
import dev.vmkit.api.Sound;
import dev.vmkit.api.Surface;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.machine.clock.PartClock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a machine grants one device.
 *
 * @param parameters the value of every parameter the definition declares
 * @param harts how many harts the machine has
 * @param interrupts the wire of each output that is connected, by its name, or one for each hart; the rest stays unconnected
 * @param streams, stores, networks, surfaces, sounds what is connected, by the name of the device's plug
 * @param symbols those of the program that will be loaded
 */
public record DevicePorts(
        Map<String, ParameterValue> parameters,
        int harts,
        Map<String, List<InterruptLine>> interrupts,
        Map<String, ByteStream> streams,
        Map<String, BlockStore> stores,
        Map<String, NetworkPort> networks,
        Map<String, Surface> surfaces,
        Map<String, Sound> sounds,
        DmaPort dma,
        PartClock clock,
        PowerSwitch power,
        Symbols symbols) {

    /** Addresses of a program by name. */
    @FunctionalInterface
    public interface Symbols {
        OptionalLong address(String name);
    }

    public DevicePorts {
        parameters = Map.copyOf(parameters);
        interrupts = Map.copyOf(interrupts);
        streams = Map.copyOf(streams);
        stores = Map.copyOf(stores);
        networks = Map.copyOf(networks);
        surfaces = Map.copyOf(surfaces);
        sounds = Map.copyOf(sounds);
    }
}
