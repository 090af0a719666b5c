package dev.vmkit.assembly.config;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A machine file as written.
 *
 * @param file the machine file; paths in it are relative to its folder
 * @param about one sentence; may be empty
 * @param firmware resident code, loaded whatever program runs
 * @param load the program, which one given on the command line replaces
 * @param network what the guest's network leads to
 * @param boot what firmware and an operating system are told
 * @param span where {@code machine:} stands
 */
public record MachineConfig(
        SourceFile file,
        Text name,
        String about,
        CpuConfig cpu,
        List<MemoryConfig> memory,
        List<DeviceConfig> devices,
        ConsoleConfig console,
        List<LoadConfig> firmware,
        List<LoadConfig> load,
        Optional<NetworkConfig> network,
        Optional<BootConfig> boot,
        LimitsConfig limits,
        Span span) {

    public MachineConfig {
        memory = List.copyOf(memory);
        devices = List.copyOf(devices);
        firmware = List.copyOf(firmware);
        load = List.copyOf(load);
    }

    /** The same machine with another program. */
    public MachineConfig withLoad(List<LoadConfig> programs) {
        return new MachineConfig(
                file, name, about, cpu, memory, devices, console, firmware, programs, network, boot, limits, span);
    }

    /** The same machine with other memory. */
    public MachineConfig withMemory(List<MemoryConfig> other) {
        return new MachineConfig(
                file, name, about, cpu, other, devices, console, firmware, load, network, boot, limits, span);
    }

    /** The same machine with other devices. */
    public MachineConfig withDevices(List<DeviceConfig> other) {
        return new MachineConfig(
                file, name, about, cpu, memory, other, console, firmware, load, network, boot, limits, span);
    }

    /** The same machine told something else when it starts. */
    public MachineConfig withBoot(BootConfig other) {
        return new MachineConfig(
                file,
                name,
                about,
                cpu,
                memory,
                devices,
                console,
                firmware,
                load,
                network,
                Optional.of(other),
                limits,
                span);
    }

    /** The same machine run by another engine. */
    public MachineConfig withEngine(Text engine) {
        return new MachineConfig(
                file,
                name,
                about,
                cpu.withEngine(engine),
                memory,
                devices,
                console,
                firmware,
                load,
                network,
                boot,
                limits,
                span);
    }
}
