package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code devices:}. Keys that the format does not define are settings of the model. */
final class DeviceReader {
    private DeviceReader() {}

    static DeviceConfig read(Text name, MappingReader in) {
        Optional<Text> model = in.requiredText("model");
        Optional<Located<Long>> at = Reading.address(in, "at");
        Optional<Text> space = in.text("space");
        List<InterruptConfig> interrupts = in.node("interrupts")
                .map(node -> new InterruptReader(in.diagnostics()).read(node))
                .orElse(List.of());
        List<Text> dma = in.texts("dma");
        return new DeviceConfig(name, model, at, space, interrupts, dma, settings(in));
    }

    private static List<Setting> settings(MappingReader in) {
        List<Setting> settings = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries()) {
            if (!DeviceKeys.ALL.contains(entry.name())) {
                in.values()
                        .text(entry.value())
                        .ifPresent(v -> settings.add(new Setting(entry.key().text(), v)));
            }
        }
        return settings;
    }
}
