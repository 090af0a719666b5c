package dev.vmkit.machine.board;

import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.device.RunningDevice;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What a machine consists of. */
record MachineParts(
        String name,
        VirtualClock clock,
        Power power,
        Wires wires,
        Preemption preemption,
        Map<String, AddressSpace> spaces,
        Map<String, Ram> memories,
        List<NamedHart> harts,
        Map<String, RunningDevice> devices,
        Optional<Console> console,
        Optional<Network> network,
        Map<String, Display> displays,
        Map<String, Loudspeaker> speakers,
        List<Closeable> held,
        LongSupplier hostTime) {}
