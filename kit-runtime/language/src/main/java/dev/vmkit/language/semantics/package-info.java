/**
 * From text to meaning. What enters: an {@link dev.vmkit.language.isa.IsaModel} whose semantics are text. What leaves: a
 * checked {@link dev.vmkit.language.ir.Isa}. Read {@link dev.vmkit.language.semantics.SemanticsChecker} first.
 */
@NullMarked
package dev.vmkit.language.semantics;

import org.jspecify.annotations.NullMarked;
