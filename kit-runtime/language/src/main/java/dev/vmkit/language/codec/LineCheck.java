package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Asks the assembler what it makes of one line at an address. */
final class LineCheck {
    private final Grammar grammar;
    private final InstructionReader reader;

    LineCheck(Grammar grammar) {
        this.grammar = grammar;
        this.reader = new InstructionReader(grammar);
    }

    /** Whether the line stands for this instruction and no other. */
    boolean means(String line, Decoding.Decoded decoded, long address, Map<String, Long> labels) {
        try {
            Text text = new SourceFile("line", line).text();
            int blank = line.indexOf(' ');
            int end = grammar.headLength(blank < 0 ? line : line.substring(0, blank));
            Span at = text.span(0, end);
            List<Statement.Code> codes =
                    reader.read(line.substring(0, end), Tokenizer.tokens(grammar.spelling, text, end), at, text.span());
            return codes.size() == 1 && means(codes.getFirst(), decoded, address, labels);
        } catch (MistakeException notEvenALine) {
            return false;
        }
    }

    private boolean means(Statement.Code code, Decoding.Decoded decoded, long address, Map<String, Long> labels) {
        OperandValues values = new OperandValues(grammar, OperandValues.known(labels));
        for (Match m : code.matches()) {
            int units = m.instruction() == decoded.instruction()
                    ? decoded.units()
                    : grammar.encoder.size(m.instruction(), m.template().presetValues());
            long[] found = values.of(m, address, units);
            if (values.misfit(m, found).isEmpty()) {
                return m.instruction() == decoded.instruction() && Arrays.equals(found, decoded.values());
            }
        }
        return false;
    }
}
