/**
 * The reference card of an instruction set. What enters: a checked {@link dev.vmkit.language.ir.Isa}. What leaves: a
 * {@link dev.vmkit.language.card.ReferenceCard}, a model of sections that {@link dev.vmkit.language.card.TextCard} shows
 * in a terminal and {@link dev.vmkit.language.card.HtmlCard} prints on paper. Nothing is written by hand: bit diagrams
 * come from the encodings, the grouping of instructions from what their bodies do, the opcode map from the decoder.
 * Read {@link dev.vmkit.language.card.Section} first.
 */
@NullMarked
package dev.vmkit.language.card;

import org.jspecify.annotations.NullMarked;
