package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * A file to be put into memory.
 *
 * @param file a path relative to the machine file; or, where no such file exists, {@code lc3/os.asm}: the file of the
 *     plugin that offers the instruction set {@code lc3}
 * @param at where it goes, for files that do not say so themselves
 * @param format how to read it; found from its name and first bytes if empty
 */
public record LoadConfig(Text file, Optional<Located<Long>> at, Optional<Text> format) {

    /** A file of the user's, to be recognised. */
    public static LoadConfig of(Text file) {
        return new LoadConfig(file, Optional.empty(), Optional.empty());
    }
}
