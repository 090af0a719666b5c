package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.Optional;

/**
 * How guests run.
 *
 * @param name what tables call it
 * @param technique of the hypervisor; the host file's if empty
 * @param shadow how the monitor's tables follow the guests'
 * @param scheduler the policy and its parameters, still to be read; the host file's if empty
 */
public record Way(Text name, Optional<Text> technique, Optional<Text> shadow, Optional<MappingReader> scheduler) {
    /** What tables call a run without a monitor. */
    public static final String BARE = "bare";
}
