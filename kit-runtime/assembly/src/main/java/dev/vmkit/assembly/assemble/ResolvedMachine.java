package dev.vmkit.assembly.assemble;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.hart.ExternBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A machine in which every name stands for a thing and every address was checked. Immutable; any number of machines can be
 * built from it.
 *
 * @param externs what the definition's externs stand for, made anew for each hart
 * @param engine the name of the engine that runs the harts
 * @param speed instructions a virtual second
 * @param timebase ticks a virtual second of the time counter
 * @param start the first instruction's address, if anybody says it; otherwise the definition's reset decides
 * @param programs firmware first
 * @param network what a device's network leads to, if a device has one
 * @param boot how harts start, if the instruction set says that they find something
 * @param registers what registers hold when a hart starts, by slot, whatever else would be in them
 * @param limits what ends a run that does not end by itself
 */
public record ResolvedMachine(
        String name,
        String about,
        Isa isa,
        Supplier<Map<String, ExternBinding>> externs,
        String engine,
        int harts,
        long speed,
        long timebase,
        OptionalLong start,
        List<ResolvedMemory> memory,
        List<ResolvedDevice> devices,
        ConsoleWires console,
        List<ResolvedProgram> programs,
        Optional<ResolvedNetwork> network,
        Optional<ResolvedBoot> boot,
        Map<Integer, Long> registers,
        Limits limits) {

    public ResolvedMachine {
        memory = List.copyOf(memory);
        devices = List.copyOf(devices);
        programs = List.copyOf(programs);
        registers = Map.copyOf(registers);
    }

    /** The same machine with another network. */
    public ResolvedMachine withNetwork(ResolvedNetwork other) {
        return new ResolvedMachine(
                name,
                about,
                isa,
                externs,
                engine,
                harts,
                speed,
                timebase,
                start,
                memory,
                devices,
                console,
                programs,
                Optional.of(other),
                boot,
                registers,
                limits);
    }
}
