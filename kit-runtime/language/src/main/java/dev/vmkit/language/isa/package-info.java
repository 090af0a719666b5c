/**
 * The ISA model. What enters: the positioned tree of an {@code isa.yaml} (and of those it extends), with the parameters
 * and features a machine chose. What leaves: an {@link dev.vmkit.language.isa.IsaModel} in which every family, mode set
 * and table is expanded into {@link dev.vmkit.language.isa.Form}s and every declared name is resolved; the semantics are
 * still text. Read {@link dev.vmkit.language.isa.IsaModel} first, then {@link dev.vmkit.language.isa.Form}.
 *
 * <p>Inside, one step follows the other: {@code Inheritance} reads files into a {@code Definition}; {@code ParameterReader}
 * applies what was chosen; {@code ModelReader} asks a reader for each section. Instructions take the longest way:
 * {@code InstructionReader} makes {@code Blueprint}s (rows of families, copies by {@code like}), {@code TableExpansion}
 * copies them behind prefixes, {@code FormExpansion} chooses their modes, {@code FormBuilder} makes forms, and
 * {@code FormChecks} compares these with each other. Mistakes go to {@code Mistakes}, one to a place; what builds on
 * something broken is left out in silence.
 */
@NullMarked
package dev.vmkit.language.isa;

import org.jspecify.annotations.NullMarked;
