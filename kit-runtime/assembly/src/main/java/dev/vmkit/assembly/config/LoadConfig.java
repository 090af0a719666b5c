package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * A file to be put into memory.
 *
 * @param file a path relative to the machine file, or within {@code plugin}
 * @param plugin the plugin that brings the file; empty for a file of the user's
 * @param at where it goes, for files that do not say so themselves
 * @param format how to read it; found from its name and first bytes if empty
 */
public record LoadConfig(Text file, Optional<Text> plugin, Optional<Located<Long>> at, Optional<Text> format) {

    /** A file of the user's, to be recognised. */
    public static LoadConfig of(Text file) {
        return new LoadConfig(file, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
