package dev.vmkit.machine.device;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.ByteStream;
import dev.vmkit.api.Clock;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.NetworkPort;
import dev.vmkit.api.Parameters;
import dev.vmkit.api.PowerSwitch;
import dev.vmkit.api.Sound;
import dev.vmkit.api.Surface;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.Connection.Kind;
import dev.vmkit.language.device.DeviceDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The ports of one device under the names its definition declares; whatever they call back blames the device. */
final class GrantedPorts implements DeviceContext {
    private final PartName part;
    private final DeviceDefinition definition;
    private final DevicePorts ports;

    GrantedPorts(PartName part, DeviceDefinition definition, DevicePorts ports) {
        this.part = part;
        this.definition = definition;
        this.ports = ports;
    }

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public Parameters parameters() {
        return new GivenParameters(definition.name(), ports.parameters());
    }

    @Override
    public InterruptLine interrupt(String name) {
        return wires(name, false).map(List::getFirst).orElse(Unconnected.INTERRUPT);
    }

    @Override
    public InterruptLine interrupt(String name, int hart) {
        if (hart < 0 || hart >= harts()) {
            throw new IllegalArgumentException("there is no hart " + hart);
        }
        return wires(name, true).map(wires -> wires.get(hart)).orElse(Unconnected.INTERRUPT);
    }

    private Optional<List<InterruptLine>> wires(String name, boolean perHart) {
        if (connection(name, Kind.INTERRUPT).perHart() != perHart) {
            throw new IllegalStateException("the definition of " + definition.name() + " declares "
                    + (perHart ? "a single wire '" : "a wire for each hart of '") + name + "'");
        }
        return Optional.ofNullable(ports.interrupts().get(name));
    }

    @Override
    public int harts() {
        return ports.harts();
    }

    @Override
    public ByteStream stream(String name) {
        return declared(name, Kind.STREAM, ports.streams())
                .<ByteStream>map(stream -> new BlamedStream(part, stream))
                .orElse(Unconnected.STREAM);
    }

    @Override
    public BlockStore store(String name) {
        return declared(name, Kind.STORE, ports.stores()).orElse(Unconnected.STORE);
    }

    @Override
    public NetworkPort network(String name) {
        return declared(name, Kind.NETWORK, ports.networks())
                .<NetworkPort>map(network -> new BlamedNetwork(part, network))
                .orElse(Unconnected.NETWORK);
    }

    @Override
    public Surface surface(String name) {
        return declared(name, Kind.SURFACE, ports.surfaces())
                .<Surface>map(surface -> painter -> surface.show(() -> part.get(painter)))
                .orElse(Unconnected.SURFACE);
    }

    @Override
    public Sound sound(String name) {
        return declared(name, Kind.SOUND, ports.sounds()).orElse(Unconnected.SOUND);
    }

    private <T> Optional<T> declared(String name, Kind kind, Map<String, T> connected) {
        connection(name, kind);
        return Optional.ofNullable(connected.get(name));
    }

    private Connection connection(String name, Kind kind) {
        Connection connection = definition.connections().get(name);
        if (connection == null || connection.kind() != kind) {
            throw new IllegalStateException("the definition of " + definition.name() + " declares no "
                    + kind.name().toLowerCase(Locale.ROOT) + " called '" + name + "'");
        }
        return connection;
    }

    @Override
    public DmaPort dma() {
        return ports.dma();
    }

    @Override
    public Clock clock() {
        return ports.clock().wrapping(part::blamed);
    }

    @Override
    public PowerSwitch power() {
        return ports.power();
    }

    @Override
    public OptionalLong symbol(String name) {
        return ports.symbols().address(name);
    }

    /** A stream whose listener blames the device. */
    private record BlamedStream(PartName part, ByteStream stream) implements ByteStream {
        @Override
        public boolean ready() {
            return stream.ready();
        }

        @Override
        public int read() {
            return stream.read();
        }

        @Override
        public void write(int value) {
            stream.write(value);
        }

        @Override
        public void onInput(Runnable listener) {
            stream.onInput(part.blamed(listener));
        }
    }

    /** A network whose listener blames the device. */
    private record BlamedNetwork(PartName part, NetworkPort network) implements NetworkPort {
        @Override
        public void send(byte[] frame) {
            network.send(frame);
        }

        @Override
        public boolean ready() {
            return network.ready();
        }

        @Override
        public Optional<byte[]> receive() {
            return network.receive();
        }

        @Override
        public void onFrame(Runnable listener) {
            network.onFrame(part.blamed(listener));
        }
    }
}
