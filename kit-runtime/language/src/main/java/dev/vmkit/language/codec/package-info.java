/**
 * Bits, text and back. What enters: a checked {@link dev.vmkit.language.ir.Isa}. What leaves: a
 * {@link dev.vmkit.language.codec.Decoder} and an {@link dev.vmkit.language.codec.Encoder}, an
 * {@link dev.vmkit.language.codec.Assembler} and a {@link dev.vmkit.language.codec.Disassembler}, each pair inverse to the
 * other. Read {@link dev.vmkit.language.codec.Decoding} first.
 *
 * <p>Bits: {@code FormPattern} takes an encoding apart into address units, {@code OperandCode} maps codes to values and
 * back, {@code DecisionTree} is derived from all forms. Text: {@code SourceReader} goes through the lines,
 * {@code FormMatcher} compares a line's tokens with the {@code Template}s of a mnemonic, {@code Layout} finds addresses and
 * lets forms grow, {@code Emission} makes bytes. {@link dev.vmkit.language.codec.CodecChecks} finds what would make any of
 * this ambiguous, {@link dev.vmkit.language.codec.OperandDomain} lists what derived tests go through.
 */
@NullMarked
package dev.vmkit.language.codec;

import org.jspecify.annotations.NullMarked;
