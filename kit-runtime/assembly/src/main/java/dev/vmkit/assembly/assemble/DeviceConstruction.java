package dev.vmkit.assembly.assemble;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.ByteStream;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.NetworkPort;
import dev.vmkit.assembly.assemble.ConsoleWires.Plug;
import dev.vmkit.assembly.assemble.ResolvedDevice.Wire;
import dev.vmkit.assembly.catalog.PluginFailure;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.layers.storage.Disk;
import dev.vmkit.layers.storage.DiskStore;
import dev.vmkit.layers.storage.OutputFile;
import dev.vmkit.machine.board.Console;
import dev.vmkit.machine.board.MachineBuilder;
import dev.vmkit.machine.board.Network;
import dev.vmkit.machine.device.DevicePorts;
import dev.vmkit.machine.device.PartName;
import dev.vmkit.machine.device.PluginFault;
import dev.vmkit.machine.device.RunningDevice;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes the devices of a machine and gives each what the machine file grants it. */
final class DeviceConstruction {
    private final ResolvedMachine plan;
    private final MachineBuilder builder;
    private final Console console;
    private final Optional<Network> network;

    DeviceConstruction(ResolvedMachine plan, MachineBuilder builder, Console console, Optional<Network> network) {
        this.plan = plan;
        this.builder = builder;
        this.console = console;
        this.network = network;
    }

    RunningDevice device(ResolvedDevice device) {
        PartName part =
                new PartName(device.name(), device.part().name(), device.part().pluginName());
        try {
            return switch (device.code()) {
                case DeviceCode.InJava java ->
                    RunningDevice.java(part, device.definition(), ports(device), java.model());
                case DeviceCode.InYaml yaml -> RunningDevice.scripted(part, yaml.behaviour(), ports(device));
            };
        } catch (PluginFault fault) {
            throw PluginFailure.of(fault, device.at());
        } catch (IllegalArgumentException refused) {
            String message = "device '" + device.name() + "': " + refused.getMessage();
            throw MistakeException.of(MachineProblem.SETTING, device.at(), message, "");
        }
    }

    private DevicePorts ports(ResolvedDevice device) {
        return new DevicePorts(
                device.parameters(),
                plan.harts(),
                interrupts(device),
                streams(device),
                stores(device),
                networks(device),
                named(device, Connection.Kind.SURFACE, builder::display),
                named(device, Connection.Kind.SOUND, builder::speaker),
                builder.dma(
                        java.util.Objects.requireNonNull(
                                builder.spaces().get(device.space().name())),
                        device.dma()),
                builder.partClock(),
                builder.power(),
                builder.symbols());
    }

    private Map<String, List<InterruptLine>> interrupts(ResolvedDevice device) {
        Map<String, List<InterruptLine>> outputs = new LinkedHashMap<>();
        for (String output :
                device.interrupts().stream().map(Wire::output).distinct().toList()) {
            int wires = device.perHart(output) ? plan.harts() : 1;
            outputs.put(
                    output,
                    IntStream.range(0, wires)
                            .mapToObj(hart -> output(device, output, hart))
                            .toList());
        }
        return outputs;
    }

    /** One wire of an output, which may lead to several places. */
    private InterruptLine output(ResolvedDevice device, String output, int hart) {
        List<InterruptLine> ends = device.interrupts().stream()
                .filter(wire -> wire.output().equals(output))
                .map(wire -> end(wire, hart))
                .toList();
        return raised -> ends.forEach(end -> end.set(raised));
    }

    private InterruptLine end(Wire wire, int hart) {
        return wire.toProcessor()
                ? builder.wire(builder.harts().get(hart), wire.line(), wire.level())
                : builder.wire(wire.target(), wire.line());
    }

    private Map<String, ByteStream> streams(ResolvedDevice device) {
        Map<String, ByteStream> streams = new LinkedHashMap<>();
        for (Optional<Plug> plug :
                List.of(plan.console().typesInto(), plan.console().shows())) {
            plug.filter(p -> p.device().equals(device.name()))
                    .ifPresent(p -> streams.put(p.stream(), new ConsoleEnd(console, types(p), shows(p))));
        }
        device.outputs().forEach((stream, path) -> {
            OutputFile file = output(device, stream, path);
            streams.merge(stream, file, (console, paper) -> new Copied(console, paper));
        });
        return streams;
    }

    private OutputFile output(ResolvedDevice device, String stream, Path path) {
        try {
            OutputFile file = OutputFile.create(path);
            builder.holding(file);
            return file;
        } catch (IOException e) {
            throw MistakeException.of(
                    MachineProblem.FILE, device.at(), "'" + stream + "' cannot be written: " + cause(e), "");
        }
    }

    /** A stream of which a copy goes to a file. */
    private record Copied(ByteStream stream, ByteStream copy) implements ByteStream {
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
            copy.write(value);
        }

        @Override
        public void onInput(Runnable listener) {
            stream.onInput(listener);
        }
    }

    private boolean types(Plug plug) {
        return plan.console().typesInto().filter(plug::equals).isPresent();
    }

    private boolean shows(Plug plug) {
        return plan.console().shows().filter(plug::equals).isPresent();
    }

    /** One end of the console, which may be connected in one direction alone. */
    private record ConsoleEnd(Console console, boolean types, boolean shows) implements ByteStream {
        @Override
        public boolean ready() {
            return types && console.ready();
        }

        @Override
        public int read() {
            return types ? console.read() : -1;
        }

        @Override
        public void write(int value) {
            if (shows) {
                console.write(value);
            }
        }

        @Override
        public void onInput(Runnable listener) {
            if (types) {
                console.onInput(listener);
            }
        }
    }

    private Map<String, NetworkPort> networks(ResolvedDevice device) {
        Optional<ResolvedNetwork> plug = plan.network().filter(n -> n.device().equals(device.name()));
        return plug.isPresent() && network.isPresent() ? Map.of(plug.get().plug(), network.get()) : Map.of();
    }

    /** What is seen or heard of a device: the only plug of its kind has the device's name; of several, each adds its own. */
    private static <T> Map<String, T> named(
            ResolvedDevice device, Connection.Kind kind, Function<String, ? extends T> made) {
        List<String> plugs = device.definition().connections().values().stream()
                .filter(plug -> plug.kind() == kind)
                .map(Connection::name)
                .toList();
        Map<String, T> named = new LinkedHashMap<>();
        plugs.forEach(
                plug -> named.put(plug, made.apply(plugs.size() == 1 ? device.name() : device.name() + " " + plug)));
        return named;
    }

    private Map<String, BlockStore> stores(ResolvedDevice device) {
        Map<String, BlockStore> stores = new LinkedHashMap<>();
        device.stores().forEach((name, disk) -> stores.put(name, store(device, name, disk)));
        return stores;
    }

    private BlockStore store(ResolvedDevice device, String name, Disk disk) {
        try {
            DiskStore store = disk.open();
            builder.holding(store);
            return store;
        } catch (IOException e) {
            throw MistakeException.of(
                    MachineProblem.DISK, device.at(), "'" + name + "' cannot be used: " + cause(e), "");
        }
    }

    private static String cause(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no file or folder " + missing.getFile();
            case AccessDeniedException denied -> denied.getFile() + " may not be opened like this";
            default -> String.valueOf(e.getMessage());
        };
    }
}
