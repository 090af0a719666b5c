package dev.vmkit.assembly.assemble;

import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Span;

/**
 * A piece of memory.
 *
 * @param start its first address
 * @param units addresses it has, at least 1
 * @param writable whether the guest can write it
 * @param contents what it holds at power-on, from its start on; not to be changed
 */
public record ResolvedMemory(
        String name, Space space, long start, long units, boolean writable, byte[] contents, Span at) {

    /** Bytes it takes. */
    public long bytes() {
        return units * (space.unit() / 8);
    }
}
