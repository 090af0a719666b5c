package dev.vmkit.machine.board;

import dev.vmkit.api.DmaPort;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.PowerSwitch;
import dev.vmkit.machine.clock.PartClock;
import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.device.DevicePorts;
import dev.vmkit.machine.device.RunningDevice;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.HartContext;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Puts a machine together: first spaces and memories, then harts, which need spaces, then devices, which need harts to
 * interrupt, and their windows into the spaces. All {@link IllegalArgumentException}s have messages for the learner.
 */
public final class MachineBuilder {
    private final String name;
    private final VirtualClock clock;
    private final Power power;
    private final Preemption preemption;
    private final Wires wires = new Wires();
    private final Map<String, AddressSpace> spaces = new LinkedHashMap<>();
    private final Map<String, Ram> memories = new LinkedHashMap<>();
    private final Map<String, Mapping> places = new LinkedHashMap<>();
    private final List<NamedHart> harts = new ArrayList<>();
    private final Map<String, RunningDevice> devices = new LinkedHashMap<>();
    private final Map<String, Long> symbols = new LinkedHashMap<>();
    private Optional<Console> console = Optional.empty();
    private Optional<Network> network = Optional.empty();
    private final Map<String, Display> displays = new LinkedHashMap<>();
    private final Map<String, Loudspeaker> speakers = new LinkedHashMap<>();
    private final List<Closeable> held = new ArrayList<>();
    private LongSupplier hostTime = System::nanoTime;
    private int clocks;

    /**
     * A machine of nothing.
     *
     * @param hertz instructions a virtual second, within [1 Hz, 9 GHz]
     */
    public MachineBuilder(String name, long hertz) {
        this(name, hertz, VirtualClock.TIMEBASE);
    }

    /**
     * A machine of nothing.
     *
     * @param hertz instructions a virtual second, within [1 Hz, 9 GHz]
     * @param timebase ticks a virtual second of the time counter, within [1 Hz, 1 GHz]
     */
    public MachineBuilder(String name, long hertz, long timebase) {
        this.name = name;
        this.clock = new VirtualClock(hertz, timebase);
        this.power = new Power(clock);
        this.preemption = new Preemption(clock);
    }

    /** Adds an address space under its name. */
    public MachineBuilder space(AddressSpace space) {
        spaces.put(space.name(), space);
        return this;
    }

    /**
     * Adds memory at an address of a space.
     *
     * @throws IllegalArgumentException if it does not fit there
     */
    public MachineBuilder memory(String memory, AddressSpace space, long at, Ram ram) {
        space.map(at, ram);
        memories.put(memory, ram);
        places.put(memory, new Mapping(at, ram));
        return this;
    }

    /** The address spaces so far, by name, for harts. */
    public Map<String, AddressSpace> spaces() {
        return Map.copyOf(spaces);
    }

    /** Adds a hart. */
    public MachineBuilder hart(String hart, Hart added) {
        harts.add(new NamedHart(hart, added));
        return this;
    }

    /**
     * A wire to an interrupt line of a hart that was added.
     *
     * @throws IllegalArgumentException if the hart has no such line
     */
    public InterruptLine wire(NamedHart hart, int line, int level) {
        hart.hart().setLine(line, level, false);
        return wires.connect(hart.name() + " line " + line + " level " + level, raised -> {
            hart.hart().setLine(line, level, raised);
            if (raised) {
                preemption.raised(hart.hart());
            }
        });
    }

    /** A wire to an input of an interrupt controller, which may be added later. */
    public InterruptLine wire(String controller, int input) {
        return wires.connect(controller + " input " + input, raised -> {
            RunningDevice device = devices.get(controller);
            if (device != null) {
                device.line(input, raised);
            }
        });
    }

    /** The harts so far. */
    public List<NamedHart> harts() {
        return List.copyOf(harts);
    }

    /** What the next hart to be added finds around it; to be asked for once a hart. */
    public HartContext hartContext() {
        return new HartContext(harts.size(), partClock());
    }

    /** The clock as one part sees it; to be asked for once a part: harts, then devices, as in the machine file. */
    public PartClock partClock() {
        return clock.forPart(clocks++);
    }

    public PowerSwitch power() {
        return power;
    }

    /** The symbols of the programs that will be installed. */
    public DevicePorts.Symbols symbols() {
        return symbol -> {
            Long address = symbols.get(symbol);
            return address == null ? OptionalLong.empty() : OptionalLong.of(address);
        };
    }

    /**
     * A port to some memories of a space.
     *
     * @param granted names of memories; all if empty
     * @throws IllegalArgumentException if there is no such memory
     */
    public DmaPort dma(AddressSpace space, List<String> granted) {
        return new GrantedMemory(space, granted.stream().map(this::place).toList());
    }

    private Mapping place(String memory) {
        Mapping place = places.get(memory);
        if (place == null) {
            throw new IllegalArgumentException("there is no memory called '" + memory + "'");
        }
        return place;
    }

    /** Adds a device that no address leads to. */
    public MachineBuilder device(RunningDevice device) {
        devices.put(device.part().name(), device);
        return this;
    }

    /**
     * Adds a device and puts its window at an address of a space.
     *
     * @throws IllegalArgumentException if it does not fit there, or its unit is not that of the space
     */
    public MachineBuilder device(RunningDevice device, AddressSpace space, long at) {
        if (device.definition().unit() != space.unitBits()) {
            throw new IllegalArgumentException(device.definition().name() + " has units of "
                    + device.definition().unit() + " bits, but " + space.name() + " of " + space.unitBits());
        }
        space.map(at, device.window());
        return device(device);
    }

    /** The stream that is connected to the host. */
    public Console console(HostInput input, HostOutput output) {
        Console connected = new Console(input, output);
        console = Optional.of(connected);
        return connected;
    }

    /** The cable that leads to a network of the host, which is closed with the machine. */
    public Network network(HostNetwork host) {
        Network connected = new Network(host);
        network = Optional.of(connected);
        holding(host);
        return connected;
    }

    /** What people see of a device under a name that no other has. */
    public Display display(String shown) {
        return displays.computeIfAbsent(shown, _ -> new Display());
    }

    /** What people hear of a device under a name that no other has. */
    public Loudspeaker speaker(String heard) {
        return speakers.computeIfAbsent(heard, _ -> new Loudspeaker(clock::now));
    }

    /** Has something of the host closed with the machine. */
    public MachineBuilder holding(Closeable resource) {
        held.add(resource);
        return this;
    }

    /** Lets go of what belongs to the host so far, if there will be no machine. */
    public void abandon() {
        Machine.close(held);
    }

    /** For tests: what tells the host's time in nanoseconds. */
    MachineBuilder hostTime(LongSupplier nanos) {
        hostTime = nanos;
        return this;
    }

    /**
     * The machine.
     *
     * @throws IllegalArgumentException if it has no hart
     */
    public Machine build() {
        if (harts.isEmpty()) {
            throw new IllegalArgumentException("a machine needs a processor");
        }
        return new Machine(
                new MachineParts(
                        name,
                        clock,
                        power,
                        wires,
                        preemption,
                        spaces,
                        memories,
                        List.copyOf(harts),
                        devices,
                        console,
                        network,
                        displays,
                        speakers,
                        List.copyOf(held),
                        hostTime),
                symbols);
    }
}
