package dev.vmkit.assembly.config;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.config.GuestConfig.DeviceSettings;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code guests:}. */
public final class GuestReader {
    private static final int MOST_COPIES = 64;
    private static final int MOST_PRIORITY = 1000;

    private GuestReader() {}

    /** The guest; mistakes are reported. */
    public static GuestConfig read(Text name, MappingReader in) {
        Optional<Text> machine = in.text("machine");
        int copies = in.integer("copies", 1, MOST_COPIES).orElse(1);
        List<LoadConfig> load = LoadReader.read(in, "load");
        Optional<Located<Amount>> memory = in.text("memory")
                .flatMap(text -> new QuantityReader(in.diagnostics())
                        .size(text)
                        .map(amount -> new Located<>(amount, text.span())));
        Optional<BootConfig> boot = in.mapping("boot", "boot").map(b -> BootReader.read(b, in.at("boot")));
        List<DeviceSettings> devices = devices(in);
        Optional<Text> input = in.text("input");
        Optional<Text> dialogue = in.text("dialogue");
        int weight = in.integer("weight", 1, TaskInfo.MOST_WEIGHT)
                .or(() -> in.integer("tickets", 1, TaskInfo.MOST_WEIGHT))
                .orElse(1);
        int cap = in.integer("cap", 1, 100).orElse(0);
        int priority = in.integer("priority", -MOST_PRIORITY, MOST_PRIORITY).orElse(0);
        in.finish();
        return new GuestConfig(
                name, machine, copies, load, memory, boot, devices, input, dialogue, weight, cap, priority);
    }

    private static List<DeviceSettings> devices(MappingReader in) {
        List<DeviceSettings> devices = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries("devices")) {
            in.values()
                    .mapping(entry.value(), "device '" + entry.name() + "'")
                    .map(settings -> new DeviceSettings(entry.key().text(), settings(settings)))
                    .ifPresent(devices::add);
        }
        return devices;
    }

    private static List<Setting> settings(MappingReader in) {
        List<Setting> settings = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries()) {
            in.values()
                    .text(entry.value())
                    .ifPresent(value -> settings.add(new Setting(entry.key().text(), value)));
        }
        return settings;
    }
}
