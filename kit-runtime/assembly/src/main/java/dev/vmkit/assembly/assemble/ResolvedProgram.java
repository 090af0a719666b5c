package dev.vmkit.assembly.assemble;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A program whose every byte has its place in memory.
 *
 * @param file as messages call it
 * @param segments what goes where
 * @param entry where execution starts, if the file says so
 * @param symbols addresses by name
 * @param source the lines it was assembled from, if it was
 * @param at where the machine file names it
 */
public record ResolvedProgram(
        String file,
        String format,
        List<Segment> segments,
        OptionalLong entry,
        Map<String, Long> symbols,
        Optional<Program> source,
        Span at) {

    /**
     * Bytes for consecutive addresses, and zeros behind them.
     *
     * @param space the name of a physical space
     * @param units addresses it takes, at least 1
     * @param bytes not to be changed
     * @param size bytes it takes, at least as many as {@code bytes} has
     */
    public record Segment(String space, long address, long units, byte[] bytes, long size) {}

    public ResolvedProgram {
        segments = List.copyOf(segments);
        symbols = Map.copyOf(symbols);
    }
}
