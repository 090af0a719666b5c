package dev.vmkit.assembly.host;

import dev.vmkit.assembly.config.BootConfig;
import dev.vmkit.assembly.config.DeviceConfig;
import dev.vmkit.assembly.config.GuestConfig;
import dev.vmkit.assembly.config.LoadConfig;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MemoryConfig;
import dev.vmkit.assembly.config.Setting;
import dev.vmkit.language.text.Text;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is other with a guest than with its machine file.
 *
 * @param from the folder in which the paths of the guest start
 * @param home the folder of its machine file
 */
record GuestChanges(GuestConfig guest, Path from, Path home) {

    MachineConfig in(MachineConfig machine) {
        MachineConfig changed = guest.load().isEmpty() ? machine : machine.withLoad(programs());
        changed = guest.memory().isPresent() ? changed.withMemory(resized(machine.memory())) : changed;
        changed = guest.boot().isPresent() ? changed.withBoot(boot(guest.boot().get())) : changed;
        return changed.withDevices(machine.devices().stream().map(this::device).toList());
    }

    private List<LoadConfig> programs() {
        return guest.load().stream()
                .map(load -> new LoadConfig(file(load.file()), load.at(), load.format()))
                .toList();
    }

    /** The first memory that can be written is the main one. */
    private List<MemoryConfig> resized(List<MemoryConfig> memory) {
        Optional<MemoryConfig> main = memory.stream().filter(m -> !m.rom()).findFirst();
        return memory.stream()
                .map(m ->
                        m.equals(main.orElse(null)) ? m.withSize(guest.memory().orElseThrow()) : m)
                .toList();
    }

    private BootConfig boot(BootConfig boot) {
        return new BootConfig(
                boot.arguments(),
                boot.initrd().map(this::file),
                boot.deviceTree().map(this::file),
                boot.span());
    }

    private DeviceConfig device(DeviceConfig device) {
        return device.with(guest.devices().stream()
                .filter(changed -> changed.device().value().equals(device.name().value()))
                .flatMap(changed -> changed.settings().stream())
                .map(setting -> new Setting(setting.key(), file(setting.value())))
                .toList());
    }

    /** A path that leads from the machine file's folder to where it led from the guest's; what is no file stays. */
    private Text file(Text written) {
        try {
            Path file = from.resolve(written.value()).toAbsolutePath();
            return from.toAbsolutePath().equals(home) || !Files.exists(file)
                    ? written
                    : written.standingFor(file.toString());
        } catch (InvalidPathException e) {
            return written;
        }
    }
}
