package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of an instruction whose value varies. Its <em>code</em> is what the encoding's bits hold, zero-extended; its
 * <em>value</em> is what semantics and assembly see. Both directions of the mapping are here by construction.
 */
public sealed interface Operand {
    String name();

    /** Bits of the code, within [1, 64]. */
    int codeWidth();

    Span span();

    /** Which address a relative operand counts from. */
    enum Relative {
        NONE,
        PC,
        NEXT
    }

    /** How a number is printed. */
    enum Format {
        DECIMAL,
        HEX,
        /** The value shifted right by its step, as RISC-V's {@code lui} prints it. */
        UPPER
    }

    /**
     * A register of one file; the value is its index.
     *
     * @param first the index that code 0 means; codes count up from it
     * @param last the largest index that is allowed; a code beyond it never matches
     */
    record Register(String name, RegisterFile file, int codeWidth, int first, int last, Span span) implements Operand {}

    /** Registers or views picked one by one; the value is the code; a code whose name is empty never matches. */
    record Choice(String name, List<Optional<String>> registers, int codeWidth, Span span) implements Operand {}

    /**
     * A number: value = (code, sign-extended if signed) x step + bias. A relative one is written and printed as the
     * address it reaches, value + base. The bits of {@code width} below the step are not in the code.
     *
     * @param width bits of the value as declared, {@code s13}; the code has log2(step) fewer
     * @param not numbers that are excluded: a code with this value never matches
     * @param names symbolic names of some values, printed in their place
     */
    record Immediate(
            String name,
            boolean signed,
            int width,
            long step,
            long bias,
            List<Long> not,
            Relative relative,
            Format format,
            Map<String, Long> names,
            Span span)
            implements Operand {
        @Override
        public int codeWidth() {
            return width - Long.numberOfTrailingZeros(Long.highestOneBit(step));
        }
    }

    /** Words for codes; the first word of a code is the one printed; a code without word never matches. */
    record Enumerated(String name, Map<String, Long> words, int codeWidth, Span span) implements Operand {}

    /** A number in LEB128, a byte stream of 7 bits each; it takes as many address units as it needs. */
    record Leb(String name, boolean signed, int width, Span span) implements Operand {
        @Override
        public int codeWidth() {
            return width;
        }
    }

    /** A number whose code is computed by two functions of the definition, inverse to each other. */
    record Custom(String name, int codeWidth, String decode, String encode, Text text, Span span) implements Operand {}
}
