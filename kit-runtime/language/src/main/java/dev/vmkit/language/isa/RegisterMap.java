package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A sparse register map, used as {@code csr[n]}. In its texts {@code n} is the index, {@code v} the value written and
 * {@code store} whether this is a write.
 *
 * @param indexWidth bits of an index
 * @param width bits of each entry
 * @param missing what happens at an index without entry
 * @param access checked before every access
 */
public record RegisterMap(
        String name,
        int indexWidth,
        int width,
        Optional<Text> missing,
        Optional<Text> access,
        List<Entry> entries,
        Span span) {
    public RegisterMap {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param of the register it shows, by default the one of its own name; empty for a pure value
     * @param value what it reads, if not the register
     * @param read an expression it reads instead
     * @param readMask bits that can be read, an expression
     * @param writeMask bits that can be written, an expression
     * @param check checked before an access to this entry
     * @param accept a condition on {@code v}: a value that fails it is ignored (WARL)
     * @param write statements that take {@code v}, instead of storing into the register
     */
    public record Entry(
            String name,
            long index,
            Optional<String> of,
            Optional<Text> value,
            Optional<Text> read,
            Optional<Text> readMask,
            Optional<Text> writeMask,
            Optional<Text> check,
            Optional<Text> accept,
            Optional<Text> write,
            String doc,
            Span span) {
        /** The same at another index, by another name. */
        Entry at(String itsName, long itsIndex) {
            return new Entry(itsName, itsIndex, of, value, read, readMask, writeMask, check, accept, write, doc, span);
        }
    }
}
