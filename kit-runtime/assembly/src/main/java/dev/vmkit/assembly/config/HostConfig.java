package dev.vmkit.assembly.config;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.List;
import java.util.Optional;

/**
 * A host file as written: guests that share the processor of a machine.
 *
 * @param hardware the machine file of the processor and its memory
 * @param technique how guests run
 * @param shadow how the monitor's tables follow the guests', if the technique has such
 * @param scheduler the policy and its parameters, still to be read
 * @param span where {@code hypervisor:} stands
 */
public record HostConfig(
        SourceFile file,
        Text name,
        String about,
        Text hardware,
        Text technique,
        Optional<Text> shadow,
        Optional<MappingReader> scheduler,
        List<GuestConfig> guests,
        LimitsConfig limits,
        Span span) {

    public HostConfig {
        guests = List.copyOf(guests);
    }
}
