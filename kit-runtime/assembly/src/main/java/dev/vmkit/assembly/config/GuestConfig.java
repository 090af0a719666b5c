package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A guest of a host file: a machine, and what is other with this guest.
 *
 * @param machine its machine file; the host's hardware if empty
 * @param copies how many there are of it, at least 1; the names of several get numbers
 * @param load programs in place of its machine file's, if there are any
 * @param memory bytes of its largest memory, in place of its machine file's size
 * @param boot in place of its machine file's
 * @param devices for each device that is named, settings in place of its machine file's
 * @param input a file with what is typed at its console
 * @param dialogue a file with what is typed there, each after what the guest has shown
 * @param weight its share relative to others; a lottery's tickets
 * @param cap the most it may get, in per cent of the processor; 0 for no limit
 * @param priority larger ones run first
 */
public record GuestConfig(
        Text name,
        Optional<Text> machine,
        int copies,
        List<LoadConfig> load,
        Optional<Located<Amount>> memory,
        Optional<BootConfig> boot,
        List<DeviceSettings> devices,
        Optional<Text> input,
        Optional<Text> dialogue,
        int weight,
        int cap,
        int priority) {

    /** Settings of a device. */
    public record DeviceSettings(Text device, List<Setting> settings) {
        public DeviceSettings {
            settings = List.copyOf(settings);
        }
    }

    /** Whether it says more than a name, a machine file, and what it is to the scheduler. */
    public boolean changesItsMachine() {
        return copies > 1
                || !load.isEmpty()
                || !devices.isEmpty()
                || memory.isPresent()
                || boot.isPresent()
                || input.isPresent()
                || dialogue.isPresent();
    }

    public GuestConfig {
        load = List.copyOf(load);
        devices = List.copyOf(devices);
    }
}
