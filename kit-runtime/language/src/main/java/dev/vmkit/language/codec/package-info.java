/**
 * Bits, text and back. What enters: a checked {@link dev.vmkit.language.ir.Isa}. What leaves: a
 * {@link dev.vmkit.language.codec.Decoder} (a derived decision tree), an {@link dev.vmkit.language.codec.Assembler} and a
 * {@link dev.vmkit.language.codec.Disassembler}, which are inverse to each other by construction. Read
 * {@link dev.vmkit.language.codec.Decoding} first.
 */
@NullMarked
package dev.vmkit.language.codec;

import org.jspecify.annotations.NullMarked;
