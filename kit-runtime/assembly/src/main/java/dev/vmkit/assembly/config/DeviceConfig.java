package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device.
 *
 * @param model the kind of device; empty only if it could not be read, which has been reported
 * @param at the address of its first register
 * @param space the address space it lies in; the one instructions come from if empty
 * @param dma names of the memories it may reach; empty for all
 * @param settings everything else: the model's parameters and connections
 */
public record DeviceConfig(
        Text name,
        Optional<Text> model,
        Optional<Located<Long>> at,
        Optional<Text> space,
        List<InterruptConfig> interrupts,
        List<Text> dma,
        List<Setting> settings) {

    /** The same with some settings in place of those of the same name. */
    public DeviceConfig with(List<Setting> others) {
        List<Setting> all = new ArrayList<>(settings);
        all.removeIf(old -> others.stream().anyMatch(other -> other.name().equals(old.name())));
        all.addAll(others);
        return new DeviceConfig(name, model, at, space, interrupts, dma, all);
    }

    public DeviceConfig {
        interrupts = List.copyOf(interrupts);
        dma = List.copyOf(dma);
        settings = List.copyOf(settings);
    }
}
