/**
 * Tests that follow from a definition. What enters: a checked {@link dev.vmkit.language.ir.Isa}. What leaves:
 * {@link dev.vmkit.testkit.report.Case}s: encodings and assembly round-trip, every instruction runs from corner states, and
 * how much of the semantics that reached. Read {@link dev.vmkit.testkit.derive.IsaTests} first.
 */
@NullMarked
package dev.vmkit.testkit.derive;

import org.jspecify.annotations.NullMarked;
