package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the file's instructions, before its modes are chosen.
 *
 * @param entry the key under {@code instructions}
 * @param id the key, or the name of the row
 * @param table the table that made this copy, or empty
 * @param line the assembly line, mnemonic first
 * @param columns the cells that the semantics may mention
 * @param except for each mode operand the modes it must not have
 */
record Blueprint(
        String entry,
        String id,
        String table,
        Span span,
        List<RawToken> line,
        List<RawPiece.Word> words,
        Map<String, Text> columns,
        Optional<Text> body,
        Optional<Text> standsFor,
        Optional<Text> where,
        Map<String, List<Text>> except,
        Traits traits) {

    /** What is said about an instruction besides its bits, its line and what it does. */
    record Traits(String doc, List<Text> overrides, int cycles, boolean unusedOk, boolean restartable) {
        Traits longer(int more) {
            return new Traits(doc, overrides, cycles + more, unusedOk, restartable);
        }
    }

    /** As messages call it. */
    String subject() {
        return "instruction " + fullId(id) + ": ";
    }

    String fullId(String modes) {
        return table.isEmpty() ? modes : modes + "@" + table;
    }

    /** The same with other operands and registers; equal to this one if none of them occurs. */
    Blueprint renamed(Renaming renaming) {
        Map<String, Text> cells = new LinkedHashMap<>();
        columns.forEach((name, cell) -> cells.put(name, renaming.apply(cell)));
        Map<String, List<Text>> exceptions = new LinkedHashMap<>();
        except.forEach((operand, modes) -> exceptions.put(renaming.apply(operand), modes));
        return new Blueprint(
                entry,
                id,
                table,
                span,
                renaming.line(line),
                renaming.words(words),
                cells,
                body.map(renaming::apply),
                standsFor.map(renaming::apply),
                where.map(renaming::apply),
                exceptions,
                traits);
    }

    /** The same behind the words of a prefix, as a copy that a table made. */
    Blueprint prefixed(String name, List<RawPiece.Word> all) {
        return new Blueprint(entry, id, name, span, line, all, columns, body, standsFor, where, except, traits);
    }

    /** The same with {@code start} before its mnemonic. */
    Blueprint called(Text start) {
        List<RawToken> other = new ArrayList<>(line);
        if (line.getFirst() instanceof RawToken.Literal(Text mnemonic)) {
            other.set(0, new RawToken.Literal(start.standingFor(start.value() + mnemonic.value())));
        }
        return new Blueprint(entry, id, table, span, other, words, columns, body, standsFor, where, except, traits);
    }

    /** The same that does something else first, and takes so many cycles more. */
    Blueprint after(Optional<Text> first, int cycles) {
        Optional<Text> both = first.isEmpty() || standsFor.isPresent() ? body : Optional.of(joined(first.get()));
        return new Blueprint(
                entry, id, table, span, line, words, columns, both, standsFor, where, except, traits.longer(cycles));
    }

    private Text joined(Text first) {
        Splice splice = new Splice(first).add(first).add("\n", first);
        return body.map(text -> splice.insert(text, first)).orElse(splice).text();
    }
}
