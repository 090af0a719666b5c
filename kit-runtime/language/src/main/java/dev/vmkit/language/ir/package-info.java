/**
 * The typed intermediate representation of semantics: sealed, immutable, every width known. What enters: nothing, it is a
 * vocabulary; {@code language.semantics} writes it. What leaves: {@link dev.vmkit.language.ir.Isa}, the checked
 * instruction set that codec, engines, tests and reports read by pattern matching. Read
 * {@link dev.vmkit.language.ir.Isa} first, then {@link dev.vmkit.language.ir.Expr} and
 * {@link dev.vmkit.language.ir.Stmt}. {@link dev.vmkit.language.ir.Specialiser} makes the body of one decoded
 * instruction from that of its form.
 */
@NullMarked
package dev.vmkit.language.ir;

import org.jspecify.annotations.NullMarked;
