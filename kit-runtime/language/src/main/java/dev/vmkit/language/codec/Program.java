package dev.vmkit.language.codec;

import dev.vmkit.language.text.Span;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an assembly source became.
 *
 * @param segments in the order of their addresses, not overlapping
 * @param entry where execution starts, if the source says so
 * @param lines for each statement that made bytes, where they are and where it stands
 */
public record Program(List<Segment> segments, Symbols symbols, OptionalLong entry, List<Line> lines) {

    /** Bytes at an address of a space; a unit of 16 bits takes two bytes in the ISA's byte order. */
    public record Segment(String space, long address, byte[] bytes) {}

    /** A statement: {@code units} address units from {@code address}, and its place in the source. */
    public record Line(String space, long address, int units, boolean instruction, Span source) {}

    /** Addresses of labels. */
    public Map<String, Long> labels() {
        return symbols.addresses();
    }
}
