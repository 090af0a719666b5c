/**
 * The typed intermediate representation of semantics: sealed, immutable, every width known. What enters: nothing, it is a
 * vocabulary; {@code language.semantics} writes it. What leaves: {@link dev.vmkit.language.ir.Isa}, the checked
 * instruction set that codec, engines, tests and reports read by pattern matching. Read
 * {@link dev.vmkit.language.ir.Isa} first, then {@link dev.vmkit.language.ir.Expr} and
 * {@link dev.vmkit.language.ir.Stmt}. What the operations compute is in {@link dev.vmkit.language.ir.Operations}, once for
 * all; {@link dev.vmkit.language.ir.Simplify} folds them, {@link dev.vmkit.language.ir.Evaluator} runs them on numbers
 * alone. {@link dev.vmkit.language.ir.Specialiser} makes the body of one decoded instruction from that of its form.
 * {@link dev.vmkit.language.ir.IrPrinter} shows bodies to people.
 */
@NullMarked
package dev.vmkit.language.ir;

import org.jspecify.annotations.NullMarked;
