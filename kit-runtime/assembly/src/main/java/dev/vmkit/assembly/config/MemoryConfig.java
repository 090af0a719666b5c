package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * A piece of memory.
 *
 * @param from the first address
 * @param extent how far it goes; empty if the file's size decides
 * @param rom whether the guest cannot write it
 * @param file its contents at power-on
 * @param space the address space it lies in; the one instructions come from if empty
 */
public record MemoryConfig(
        Text name,
        Located<Long> from,
        Optional<Extent> extent,
        boolean rom,
        Optional<Text> file,
        Optional<Text> space) {

    /** The same, of another size. */
    public MemoryConfig withSize(Located<Amount> size) {
        return new MemoryConfig(name, from, Optional.of(new Extent.Size(size)), rom, file, space);
    }

    /** How far a piece of memory goes. */
    public sealed interface Extent {
        /** {@code size: 64 KiB} counts bytes, {@code size: 0x100} address units. */
        record Size(Located<Amount> amount) implements Extent {}

        /** {@code to: 0xFDFF}, the last address. */
        record To(Located<Long> address) implements Extent {}
    }
}
