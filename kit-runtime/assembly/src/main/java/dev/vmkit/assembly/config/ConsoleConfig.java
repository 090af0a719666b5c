package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * What the person at the terminal is connected to.
 *
 * @param typesInto the device that gets what is typed
 * @param shows the device whose output is seen
 */
public record ConsoleConfig(Optional<Text> typesInto, Optional<Text> shows) {
    public static final ConsoleConfig NONE = new ConsoleConfig(Optional.empty(), Optional.empty());
}
