/**
 * From text to meaning. What enters: an {@link dev.vmkit.language.isa.IsaModel} whose semantics are text. What leaves: a
 * checked {@link dev.vmkit.language.ir.Isa}. Read {@link dev.vmkit.language.semantics.SemanticsChecker} first, then
 * follow one body: {@code Lexer} and {@code Parser} make its {@code Ast}, in which columns are in their places; {@code
 * StatementChecker} and {@code ExpressionChecker} check it and make its IR in one go. An expression is {@code Typed}:
 * bits with a width, a number with a range, or open until it is known where it goes; {@code Arithmetic} has the rules.
 * What can be written is a {@code Place}. {@code Flow} follows the paths for what no single statement shows: two jumps,
 * a write before a trap, code that is never reached. Everything a body shares while it is checked is in {@code Body}.
 */
@NullMarked
package dev.vmkit.language.semantics;

import org.jspecify.annotations.NullMarked;
