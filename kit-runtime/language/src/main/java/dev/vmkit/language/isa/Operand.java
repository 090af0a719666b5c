package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
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

    /** Whether the code, within [0, 2^codeWidth), stands for a value; one that does not never matches. */
    boolean accepts(long code);

    /** The same operand under another name. */
    Operand named(String name);

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
    record Register(String name, RegisterFile file, int codeWidth, int first, int last, Span span) implements Operand {
        @Override
        public boolean accepts(long code) {
            return first + code <= last;
        }

        @Override
        public Register named(String other) {
            return new Register(other, file, codeWidth, first, last, span);
        }
    }

    /** Registers or views picked one by one; the value is the code; a code whose name is empty never matches. */
    record Choice(String name, List<Optional<String>> registers, int codeWidth, Span span) implements Operand {
        @Override
        public boolean accepts(long code) {
            return code < registers.size() && registers.get((int) code).isPresent();
        }

        @Override
        public Choice named(String other) {
            return new Choice(other, registers, codeWidth, span);
        }
    }

    /**
     * A number: value = (code, sign-extended if signed) x step + bias. A relative one is written and printed as the
     * address it reaches, value + base. The bits of {@code width} below the step, which may be negative, are not in the
     * code.
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
            return width - stepBits();
        }

        /** The number of bits of the value below its step: they are always 0. */
        public int stepBits() {
            return Long.numberOfTrailingZeros(step);
        }

        /** The value of a code, without relative base. */
        public long value(long code) {
            int unused = 64 - codeWidth();
            long extended = signed ? code << unused >> unused : code;
            return extended * step + bias;
        }

        @Override
        public boolean accepts(long code) {
            return !not.contains(value(code));
        }

        @Override
        public Immediate named(String other) {
            return new Immediate(other, signed, width, step, bias, not, relative, format, names, span);
        }
    }

    /** Words for codes; the first word of a code is the one printed; a code without word never matches. */
    record Enumerated(String name, Map<String, Long> words, int codeWidth, Span span) implements Operand {
        @Override
        public boolean accepts(long code) {
            return words.containsValue(code);
        }

        @Override
        public Enumerated named(String other) {
            return new Enumerated(other, words, codeWidth, span);
        }
    }

    /** A number in LEB128, a byte stream of 7 bits each; it takes as many address units as it needs. */
    record Leb(String name, boolean signed, int width, Span span) implements Operand {
        @Override
        public int codeWidth() {
            return width;
        }

        @Override
        public boolean accepts(long code) {
            return true;
        }

        @Override
        public Leb named(String other) {
            return new Leb(other, signed, width, span);
        }
    }

    /** A number whose code is computed by two functions of the definition, inverse to each other. */
    record Custom(String name, int codeWidth, String decode, String encode, Span span) implements Operand {
        @Override
        public boolean accepts(long code) {
            return true;
        }

        @Override
        public Custom named(String other) {
            return new Custom(other, codeWidth, decode, encode, span);
        }
    }
}
