package dev.vmkit.api;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A program ready to be put into memory.
 *
 * @param isa the architecture the file says it is for, in the words of its format ("RISC-V 64-bit"); empty if it does not
 * @param segments what goes where
 * @param entry where execution starts, if the file says so
 * @param symbols addresses by name
 */
@Stable(Use.CALL)
public record Image(String isa, List<Segment> segments, OptionalLong entry, Map<String, Long> symbols) {

    /**
     * Bytes for consecutive addresses.
     *
     * @param space the address space, or empty for the one instructions come from
     * @param address of the first address unit; {@link #ANYWHERE} for a raw file, which is put where the machine file says
     * @param size bytes in memory, at least those of {@code bytes}; the rest is zero
     */
    public record Segment(String space, long address, byte[] bytes, long size) {
        /** Stands for an address that the file does not give. */
        public static final long ANYWHERE = -1;
    }

    public Image {
        segments = List.copyOf(segments);
        symbols = Map.copyOf(symbols);
    }
}
