package dev.vmkit.testkit.device;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Surface.Picture;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Display;
import dev.vmkit.machine.board.Loudspeaker;
import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.device.DevicePorts;
import dev.vmkit.machine.device.PartName;
import dev.vmkit.machine.device.RunningDevice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A device on a workbench: the test is guest, time, and whatever the device is connected to.
 *
 * <pre>{@code
 * DeviceBench bench = DeviceBench.of(getClass(), "/terminal.yaml");
 * bench.type("k");
 * assertThat(bench.read(1, 8)).isEqualTo('k');
 * }</pre>
 */
public final class DeviceBench {
    /** How many harts there are to interrupt. */
    public static final int HARTS = 2;

    private final VirtualClock clock = new VirtualClock(1_000_000_000);
    private final Map<String, BenchStream> streams = new LinkedHashMap<>();
    private final Map<String, BenchNetwork> networks = new LinkedHashMap<>();
    private final Map<String, Display> displays = new LinkedHashMap<>();
    private final Map<String, Loudspeaker> speakers = new LinkedHashMap<>();
    private final Map<String, List<InterruptLine>> wires = new LinkedHashMap<>();
    private final Map<String, Boolean> lines = new LinkedHashMap<>();
    private final Map<String, Long> symbols = new LinkedHashMap<>();
    private final BenchMemory memory = new BenchMemory();
    private final BenchPower power = new BenchPower();
    private final RunningDevice device;

    private DeviceBench(
            DeviceDefinition definition,
            Optional<DeviceModel> model,
            Map<String, String> settings,
            Map<String, BlockStore> stores) {
        definition.connections().values().forEach(this::plugIn);
        Map<String, ParameterValue> parameters = Definitions.parameters(definition, settings);
        DevicePorts ports = new DevicePorts(
                parameters,
                HARTS,
                wires,
                Map.copyOf(streams),
                stores,
                Map.copyOf(networks),
                Map.copyOf(displays),
                Map.copyOf(speakers),
                memory,
                clock.forPart(0),
                power,
                this::symbol);
        PartName part = new PartName("bench", definition.name(), "test");
        device = model.map(java -> RunningDevice.java(part, definition, ports, java))
                .orElseGet(() -> RunningDevice.scripted(part, Definitions.behaviour(definition, parameters), ports));
        memory.show(device);
    }

    /** The device that a resource beside {@code test} describes, with the defaults of all parameters. */
    public static DeviceBench of(Class<?> test, String resource) {
        return of(test, resource, Optional.empty(), Map.of());
    }

    /**
     * The device that a resource describes.
     *
     * @param model its Java class, if it has one
     * @param settings parameters as a machine file writes them
     * @throws dev.vmkit.language.text.MistakeException if the definition or a parameter is wrong
     */
    public static DeviceBench of(
            Class<?> test, String resource, Optional<DeviceModel> model, Map<String, String> settings) {
        return of(definition(test, resource), model, settings);
    }

    /** The device that a file describes, as {@link #of(Class, String, Optional, Map)}. */
    public static DeviceBench of(SourceFile yaml, Optional<DeviceModel> model, Map<String, String> settings) {
        return of(Definitions.read(yaml), model, settings);
    }

    /** A device that was read before, as {@link #of(Class, String, Optional, Map)}. */
    public static DeviceBench of(
            DeviceDefinition definition, Optional<DeviceModel> model, Map<String, String> settings) {
        return new DeviceBench(definition, model, settings, Map.of());
    }

    /**
     * The device that a resource describes, with disks.
     *
     * @param stores what is behind its block stores, by their names
     */
    public static DeviceBench of(
            Class<?> test,
            String resource,
            Optional<DeviceModel> model,
            Map<String, String> settings,
            Map<String, BlockStore> stores) {
        return new DeviceBench(definition(test, resource), model, settings, stores);
    }

    /** What a resource beside {@code test} says of a device. */
    public static DeviceDefinition definition(Class<?> test, String resource) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(resource), resource)) {
            return Definitions.read(new SourceFile(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plugIn(Connection connection) {
        switch (connection.kind()) {
            case STREAM -> streams.put(connection.name(), new BenchStream());
            case INTERRUPT -> wires.put(connection.name(), wires(connection));
            case STORE -> {}
            case NETWORK -> networks.put(connection.name(), new BenchNetwork());
            case SURFACE -> displays.put(connection.name(), new Display());
            case SOUND -> speakers.put(connection.name(), new Loudspeaker(clock::now));
        }
    }

    private List<InterruptLine> wires(Connection connection) {
        return IntStream.range(0, connection.perHart() ? HARTS : 1)
                .mapToObj(hart -> wire(wire(connection.name(), hart)))
                .toList();
    }

    private InterruptLine wire(String name) {
        lines.put(name, false);
        return raised -> lines.put(name, raised);
    }

    private static String wire(String output, int hart) {
        return output + " " + hart;
    }

    private OptionalLong symbol(String name) {
        Long address = symbols.get(name);
        return address == null ? OptionalLong.empty() : OptionalLong.of(address);
    }

    /** What a guest reads; throws {@link dev.vmkit.machine.memory.AccessFault} where it may not. */
    public long read(long offset, int width) {
        return device.window().read(offset, width);
    }

    /** A guest writes; throws {@link dev.vmkit.machine.memory.AccessFault} where it may not. */
    public void write(long offset, int width, long value) {
        device.window().write(offset, width, value);
    }

    /** Address units the device covers. */
    public long size() {
        return device.window().size();
    }

    /** Lets virtual time pass, with the events that are due meanwhile. */
    public void pass(long nanos) {
        long end = clock.now() + nanos;
        while (clock.hasEvent() && clock.nextEvent() <= end) {
            clock.skipTo(clock.nextEvent());
            clock.runDue();
        }
        clock.skipTo(end);
    }

    /** Nanoseconds since the device was made. */
    public long now() {
        return clock.now();
    }

    /** Whether the device has asked for an event that is still to come. */
    public boolean awaitsTime() {
        return clock.hasEvent();
    }

    /** The other end of the device's first stream. */
    public BenchStream stream() {
        return streams.values().iterator().next();
    }

    /** The other end of the device's first network. */
    public BenchNetwork network() {
        return networks.values().iterator().next();
    }

    /** Has characters come in over the device's first stream, one after another. */
    public void type(String text) {
        text.chars().forEach(stream()::arrive);
    }

    /** Has a byte come in over every stream. */
    public void offer(int value) {
        streams.values().forEach(stream -> stream.arrive(value));
    }

    /** Drops what came in and was not read. */
    public void forgetInput() {
        streams.values().forEach(BenchStream::forget);
    }

    /** What went out over the device's first stream. */
    public String shown() {
        return stream().shown();
    }

    /** What somebody sees who looks at the device's first surface. */
    public Picture look() {
        return displays.values().iterator().next().look().orElseThrow();
    }

    /** What is heard from the device's first sound. */
    public Loudspeaker.Tone hear() {
        return speakers.values().iterator().next().tone();
    }

    /** Whether an interrupt output is raised. */
    public boolean raised(String output) {
        return raised(output, 0);
    }

    /** Whether an interrupt output is raised towards a hart. */
    public boolean raised(String output, int hart) {
        return Objects.requireNonNull(lines.get(wire(output, hart)), output);
    }

    /** Raises or lowers an input of an interrupt controller. */
    public void line(int number, boolean raised) {
        device.line(number, raised);
    }

    /** What the device may reach. */
    public BenchMemory memory() {
        return memory;
    }

    /** Gives the program that the device talks to a symbol. */
    public void symbol(String name, long address) {
        symbols.put(name, address);
    }

    /** What the device last did with the power switch: {@code off 0}, {@code reset}, or nothing. */
    public String power() {
        return power.last();
    }

    public void reset() {
        device.reset();
    }

    public StateTree save() {
        return device.save();
    }

    public void load(StateTree state) {
        device.load(state);
    }

    /** Makes this device, fresh from its factory, go on where another one stands, at the same time. */
    public void takeOver(DeviceBench other) {
        clock.load(other.clock.save());
        device.load(other.save());
        lines.putAll(other.lines);
    }
}
