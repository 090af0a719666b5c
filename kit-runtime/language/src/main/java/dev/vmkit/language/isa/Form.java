package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One instruction in one addressing mode: a bit pattern with operands, an assembly syntax, and a body. Families, mode
 * sets, choices and tables are already expanded; {@code reg} and {@code regs} operands stay symbolic.
 *
 * @param id unique, the key in the file with the modes chosen: {@code add/reg}, {@code ORA/abs}, {@code LD/r.r@dd}
 * @param mnemonic as printed
 * @param doc what the reference card says
 * @param operands all operands in the order of the syntax; {@code OperandValue(i)} of the IR means the i-th. Names differ:
 *     where two modes of the form bring operands of one name, the later is primed ({@code gx} and {@code gx'}), and so are
 *     the texts of its mode
 * @param modes for each mode or choice operand of the body, by its name there, what it stands for in this form
 * @param columns values of the family's columns (other than bits), which {@code $name} in the body stands for
 * @param body what it does; empty if {@code standsFor} says it
 * @param where a condition on operands beyond the fixed bits
 * @param overrides the ids of forms that this one takes precedence over
 * @param cycles machine cycles it takes, its modes included, before {@code tick}
 * @param unusedOk operands need not all be used by the body
 * @param restartable whether a trap half-way must leave registers as they were (then early writes earn a warning)
 */
public record Form(
        String id,
        String mnemonic,
        String doc,
        Encoding encoding,
        Syntax syntax,
        List<Operand> operands,
        Map<String, BoundMode> modes,
        Map<String, Text> columns,
        Optional<Text> body,
        Optional<StandsFor> standsFor,
        Optional<Text> where,
        List<String> overrides,
        int cycles,
        boolean unusedOk,
        boolean restartable,
        Span span) {
    public Form {
        operands = List.copyOf(operands);
        overrides = List.copyOf(overrides);
        modes = Collections.unmodifiableMap(modes);
        columns = Collections.unmodifiableMap(columns);
    }

    /**
     * A form defined as another one: {@code addi(rd: rdq, rs1: sp, imm12: u10)}.
     *
     * @param form the id or mnemonic it stands for
     * @param arguments for each operand of that form an operand of this one, a register name or a number
     */
    public record StandsFor(Text form, Map<String, Text> arguments, Span span) {
        public StandsFor {
            arguments = Collections.unmodifiableMap(arguments);
        }
    }

    /** The same form, with precedence over the forms of these ids. */
    Form overriding(List<String> ids) {
        return new Form(
                id,
                mnemonic,
                doc,
                encoding,
                syntax,
                operands,
                modes,
                columns,
                body,
                standsFor,
                where,
                ids,
                cycles,
                unusedOk,
                restartable,
                span);
    }

    /** The place of the operand of that name in {@link #operands}, or -1. */
    public int operandIndex(String name) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
