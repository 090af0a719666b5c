package dev.vmkit.assembly.assemble;

import dev.vmkit.api.Image;
import dev.vmkit.assembly.catalog.PluginFailure;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.board.Console;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.HostNetwork;
import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.MachineBuilder;
import dev.vmkit.machine.device.RunningDevice;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Builds machines. */
public final class Construction {
    private final ResolvedMachine plan;
    private final MachineBuilder builder;
    private final DeviceConstruction devices;
    private final Engine.Factory engine;
    private final MemoryAhead ahead;

    private Construction(
            ResolvedMachine plan,
            Console console,
            Optional<HostNetwork> network,
            MachineBuilder builder,
            UnaryOperator<Engine.Factory> monitor,
            MemoryAhead ahead) {
        this.plan = plan;
        this.ahead = ahead;
        this.builder = builder;
        this.engine = monitor.apply(Engines.named(plan.engine()));
        this.devices = new DeviceConstruction(plan, builder, console, network.map(builder::network));
    }

    /**
     * A machine with its programs in memory, switched off, to be closed; the first run switches it on. The catalog it was resolved with
     * must stay open as long as it runs.
     *
     * @throws MistakeException if the host has too little memory, a port to forward is taken, or a device refuses its parameters
     * @throws PluginFailure if code of a plugin fails
     */
    public static Machine build(ResolvedMachine plan, HostInput input, HostOutput output) {
        return build(plan, input, output, new MemoryAhead());
    }

    /** The same, with memory that may have been taken before. */
    public static Machine build(ResolvedMachine plan, HostInput input, HostOutput output, MemoryAhead ahead) {
        return build(plan, input, output, plan.network().map(Networks::open), ahead);
    }

    /** The same with memory and a network that come from elsewhere. */
    public static Machine build(
            ResolvedMachine plan,
            HostInput input,
            HostOutput output,
            Optional<HostNetwork> network,
            MemoryAhead ahead) {
        return build(plan, input, output, network, UnaryOperator.identity(), ahead);
    }

    /**
     * The same with a network in place of the one that the machine file speaks of, if it has one. Then the network is closed
     * with the machine, or if there is none.
     */
    public static Machine build(
            ResolvedMachine plan, HostInput input, HostOutput output, Optional<HostNetwork> network) {
        return build(plan, input, output, network, UnaryOperator.identity());
    }

    /** The same as a guest: the engine of its harts is what a monitor makes of the one it would have. */
    public static Machine build(
            ResolvedMachine plan,
            HostInput input,
            HostOutput output,
            Optional<HostNetwork> network,
            UnaryOperator<Engine.Factory> monitor) {
        return build(plan, input, output, network, monitor, new MemoryAhead());
    }

    private static Machine build(
            ResolvedMachine plan,
            HostInput input,
            HostOutput output,
            Optional<HostNetwork> network,
            UnaryOperator<Engine.Factory> monitor,
            MemoryAhead ahead) {
        MachineBuilder builder = new MachineBuilder(plan.name(), plan.speed(), plan.timebase());
        Optional<HostNetwork> wanted = network.filter(n -> plan.network().isPresent());
        try {
            return new Construction(plan, builder.console(input, output), wanted, builder, monitor, ahead).build();
        } catch (RuntimeException failed) {
            builder.abandon();
            throw failed;
        }
    }

    private Machine build() {
        for (Space space : plan.isa().model().spaces().values()) {
            if (space.over().isEmpty()) {
                builder.space(AddressSpace.of(plan.isa().model(), space));
            }
        }
        plan.memory().forEach(this::memory);
        ahead.end();
        for (int i = 0; i < plan.harts(); i++) {
            String name = plan.harts() == 1 ? "cpu" : "cpu" + i;
            builder.hart(name, hart());
        }
        plan.devices().forEach(this::device);
        Machine machine = builder.build();
        images(plan).forEach(machine::install);
        plan.start().ifPresent(machine::startAt);
        machine.startWith(
                IntStream.range(0, plan.harts()).mapToObj(this::registers).toList());
        return machine;
    }

    /** What a hart finds when it starts: what is handed over to it, and what the machine file says. */
    private Map<Integer, Long> registers(int hart) {
        Map<Integer, Long> registers =
                new TreeMap<>(plan.boot().map(boot -> boot.registers(hart)).orElse(Map.of()));
        registers.putAll(plan.registers());
        return registers;
    }

    private Hart hart() {
        return new Hart(plan.isa(), builder.spaces(), plan.externs().get(), engine, builder.hartContext());
    }

    private void memory(ResolvedMemory memory) {
        Ram ram = ram(memory);
        if (memory.contents().length > 0) {
            ram.put(0, memory.contents(), 0, memory.contents().length);
        }
        builder.memory(memory.name(), space(memory.space()), memory.start(), ram);
    }

    private Ram ram(ResolvedMemory memory) {
        try {
            return ahead.ram(memory);
        } catch (OutOfMemoryError tooMuch) {
            throw MistakeException.of(
                    MachineProblem.MEMORY_LIMIT,
                    memory.at(),
                    "the host has too little memory for '" + memory.name() + "'",
                    "give the kit more: VMKIT_JAVA_OPTS=-Xmx8g");
        }
    }

    private void device(ResolvedDevice device) {
        RunningDevice running = devices.device(device);
        if (device.units() > 0) {
            builder.device(running, space(device.space()), device.start());
        } else {
            builder.device(running);
        }
    }

    private AddressSpace space(Space space) {
        return java.util.Objects.requireNonNull(builder.spaces().get(space.name()));
    }

    /** What will be put into memory, firmware first. */
    public static List<Image> images(ResolvedMachine plan) {
        return plan.programs().stream().map(Construction::image).toList();
    }

    private static Image image(ResolvedProgram program) {
        List<Image.Segment> segments =
                program.segments().stream().map(Construction::segment).toList();
        return new Image("", segments, program.entry(), program.symbols());
    }

    private static Image.Segment segment(ResolvedProgram.Segment segment) {
        return new Image.Segment(segment.space(), segment.address(), segment.bytes(), segment.size());
    }
}
